namespace Coppice.Server.Files.Columns;

/// <summary>What a file brings.</summary>
public enum TableContent
{
    Events,
    Profiles,
    Notes,
    Outcomes,
    LabelledRows,

    /// <summary>Notes that come as a question about their customers; without a date they were written now.</summary>
    NewNotes,

    /// <summary>Notes to be read rather than kept: when they were written does not matter.</summary>
    Texts,
}
