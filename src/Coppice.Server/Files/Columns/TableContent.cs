namespace Coppice.Server.Files.Columns;

/// <summary>What a file brings.</summary>
public enum TableContent
{
    Events,
    Profiles,
    Notes,
    Outcomes,
    LabelledRows,
}
