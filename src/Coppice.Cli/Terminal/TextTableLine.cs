namespace Coppice.Cli.Terminal;

/// <summary>One line of a <see cref="TextTable"/>: cells, a heading or free text.</summary>
internal sealed record TextTableLine(string[]? Cells, string? Heading, string? Wide);
