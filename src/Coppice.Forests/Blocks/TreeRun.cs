namespace Coppice.Forests.Blocks;

/// <summary>Trees of one depth that follow one another.</summary>
/// <param name="Depth">Their levels.</param>
/// <param name="Count">How many.</param>
/// <param name="FirstCondition">Where the conditions of the first one begin; each has 2^<paramref name="Depth"/>, of which the first is not used.</param>
/// <param name="FirstLeaf">Where its leaves begin; each has <see cref="BlockTrees.LeavesOf"/>.</param>
internal readonly record struct TreeRun(int Depth, int Count, int FirstCondition, int FirstLeaf);
