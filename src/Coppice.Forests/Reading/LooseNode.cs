namespace Coppice.Forests.Reading;

/// <summary>A node that names its children by the numbers of its file; a leaf has none, which is -1.</summary>
internal readonly record struct LooseNode(int Left, int Right, TreeNode Node)
{
    public static LooseNode Leaf(float value, float cover) =>
        new(-1, -1, new TreeNode { Left = 0, Feature = 0, Threshold = 0, MissingGoesLeft = false, Value = value, Cover = cover, Gain = 0 });
}
