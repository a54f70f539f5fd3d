namespace Coppice.Server.Files.Readers;

/// <summary>Where a cell lies: in the row, or in the scratch text when it had to be unquoted.</summary>
internal readonly record struct CellSpan(int Start, int Length, CellPlace Place = CellPlace.Row);

internal enum CellPlace
{
    Row,
    Scratch,
}
