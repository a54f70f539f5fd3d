namespace Coppice.Forests.Blocks;

/// <summary>A leaf whose contributions stand in a table.</summary>
/// <param name="Features">Features on its way, at most six.</param>
/// <param name="FirstTest">The first of its tests.</param>
/// <param name="Tests">How many.</param>
/// <param name="FirstNumber">The first of <see cref="BlockTrees.LeavesOf"/> numbers for each feature.</param>
/// <param name="FirstColumn">The first of the columns, one for each feature, to which the numbers are added.</param>
internal readonly record struct TabledLeaf(int Features, int FirstTest, int Tests, int FirstNumber, int FirstColumn);
