namespace Coppice.Forests.Blocks;

/// <summary>Rows that are scored together, one bit each.</summary>
internal static class Block
{
    public const int Rows = 64;
}
