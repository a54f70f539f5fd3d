namespace Coppice.Forests;

/// <summary>A checked tree: node 0 is the root, children come after their parent, every feature is below the forest's feature count.</summary>
internal sealed record Tree(TreeNode[] Nodes, int Depth);
