using System.Runtime.InteropServices;

namespace Coppice.Forests;

/// <summary>A split or a leaf. Siblings are neighbours, so one index names both children; the root is nobody's child, so 0 means none.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TreeNode
{
    public required int Left { get; init; }

    public required int Feature { get; init; }

    /// <summary>A row goes left when its value is below this, as float32; equality goes right.</summary>
    public required float Threshold { get; init; }

    public required bool MissingGoesLeft { get; init; }

    /// <summary>What a leaf adds to the margin; 0 at a split.</summary>
    public required float Value { get; init; }

    public required float Cover { get; init; }

    public required float Gain { get; init; }

    public bool IsLeaf => Left == 0;

    public int Right => Left + 1;
}
