namespace Coppice.Server.Serving.Batches;

/// <summary>Many customers to be scored in the background, as stored.</summary>
public sealed record Batch
{
    public long Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>The sender's name of the file; empty for all customers.</summary>
    public required string File { get; init; }

    /// <summary>Which column is what, as the sender says.</summary>
    public string? Mapping { get; init; }

    public required string Actor { get; init; }

    public required string State { get; init; }

    /// <summary>JSON: see <see cref="BatchVersion"/>. The same versions answer every row, also after a restart.</summary>
    public required string Versions { get; init; }

    /// <summary>Reasons every answer comes with.</summary>
    public int Reasons { get; init; }

    /// <summary>Null until they are counted.</summary>
    public long? RowsTotal { get; init; }

    public long RowsDone { get; init; }

    public long SetAside { get; init; }

    /// <summary>JSON: rows of ours that could not be recorded, beside those the file's reader sets aside.</summary>
    public string? Rejects { get; init; }

    /// <summary>New notes that the file brought; null where it is no file of notes.</summary>
    public long? NotesKept { get; init; }

    /// <summary>Where the next chunk begins: rows of the file read, or the number of the last customer.</summary>
    public long Place { get; init; }

    /// <summary>Bytes of the result that belong to recorded chunks; more of it is cut off on resumption. Of a batch that refines, those of its reasons.</summary>
    public long CsvBytes { get; init; }

    public long JsonBytes { get; init; }

    /// <summary>Answers that companions gave.</summary>
    public long QuickAnswers { get; init; }

    /// <summary>How many of them the versions have replaced.</summary>
    public long Refined { get; init; }

    /// <summary>When every row had its first answer.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public string? Error { get; init; }
}

/// <summary>A model of a batch and the version that answers for it.</summary>
/// <param name="Model">The model.</param>
/// <param name="VersionId">The version's number in the database.</param>
/// <param name="Version">Its number for people.</param>
/// <param name="Unit">What its reasons are counted in.</param>
/// <param name="Quick">The recipe of the companion that answers first; null where the version does.</param>
public sealed record BatchVersion(string Model, long VersionId, string Version, string? Unit = null, string? Quick = null);
