namespace Coppice.Server.Workspaces;

/// <summary>The columns of labelled rows that are not inputs: null where the rows have none.</summary>
public sealed record LabelledColumns(string? Customer, string? Time);
