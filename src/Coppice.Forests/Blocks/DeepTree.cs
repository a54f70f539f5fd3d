namespace Coppice.Forests.Blocks;

/// <summary>What is below the first levels of a deep tree.</summary>
/// <param name="Steps">How many levels more.</param>
/// <param name="Starts">The node below each end of the first levels.</param>
/// <param name="Nodes">All nodes of the tree.</param>
internal sealed record DeepTree(int Steps, int[] Starts, DeepNode[] Nodes);
