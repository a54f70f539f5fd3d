namespace Coppice.Cli.Terminal;

/// <summary>A column of a <see cref="TextTable"/>; the least important is left out first where room is short.</summary>
internal sealed record TextColumn(string Header, TextAlignment Alignment, int Importance);

internal enum TextAlignment
{
    Left,
    Right,
}
