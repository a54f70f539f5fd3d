namespace Coppice.Forests.Blocks;

/// <summary>
/// What a split asks of a row. It is true of values only, never of a missing one: at least the threshold where missing goes left, below
/// it where missing goes right. So true leads away from where missing goes.
/// </summary>
internal readonly record struct Condition(int Feature, float Threshold, bool MissingGoesLeft)
{
    public static Condition Of(TreeNode split) => new(split.Feature, split.Threshold, split.MissingGoesLeft);
}
