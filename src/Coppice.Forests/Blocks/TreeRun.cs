namespace Coppice.Forests.Blocks;

/// <summary>Trees of as many levels that follow one another.</summary>
/// <param name="Depth">Their levels, or the most that are followed as words of bits.</param>
/// <param name="DeepTree">The deeper tree whose first levels these are, or -1; such a run has one tree.</param>
/// <param name="Count">How many.</param>
/// <param name="FirstCondition">Where the conditions of the first one begin; each has 2^<paramref name="Depth"/>, of which the first is not used.</param>
/// <param name="FirstLeaf">Where its leaves begin; each has <see cref="BlockTrees.LeavesOf"/>.</param>
internal readonly record struct TreeRun(int Depth, int DeepTree, int Count, int FirstCondition, int FirstLeaf);
