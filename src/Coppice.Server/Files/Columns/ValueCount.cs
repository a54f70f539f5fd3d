namespace Coppice.Server.Files.Columns;

/// <summary>A value and the number of rows that have it.</summary>
public sealed record ValueCount(string Value, long Rows);
