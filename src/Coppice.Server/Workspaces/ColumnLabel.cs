namespace Coppice.Server.Workspaces;

/// <summary>A column of uploaded rows; <paramref name="Positive"/> is the value that counts as 1, null when the column is an amount.</summary>
public sealed record ColumnLabel(string Column, string? Positive) : LabelPolicy;
