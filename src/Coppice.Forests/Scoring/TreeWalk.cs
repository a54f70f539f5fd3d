namespace Coppice.Forests.Scoring;

/// <summary>A layout of all trees, and the walk over it.</summary>
internal abstract class TreeWalk
{
    public static TreeWalk Lay(Forest forest, SlotMap slots) =>
        forest.Trees.All(tree => tree.Depth <= PaddedWalk.MaximumDepth) ? new PaddedWalk(forest, slots) : new LinkedWalk(forest, slots);

    /// <summary>Adds one leaf of every tree to <paramref name="margin"/>, in tree order, as the bit-exact sum requires.</summary>
    public abstract float Sum(ReadOnlySpan<float> slots, float margin);
}
