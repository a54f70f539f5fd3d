namespace Coppice.Client;

/// <summary>What became of a file: every row is imported, known already, or set aside with a reason.</summary>
/// <param name="Kind"><c>events</c>, <c>profiles</c>, <c>notes</c>, <c>outcomes</c> or <c>examples</c>.</param>
/// <param name="File">The file's name as sent.</param>
/// <param name="RowsRead">Rows read, without the header.</param>
/// <param name="Imported">Rows that were new.</param>
/// <param name="AlreadyKnown">Rows that an earlier import had brought; they changed nothing.</param>
/// <param name="SetAside">Rows that could not be used.</param>
/// <param name="Rejects">The first of them, at most <see cref="MostRejects"/>.</param>
/// <param name="Mapping">Which column was read as what.</param>
/// <param name="First">Earliest time among imported rows.</param>
/// <param name="Last">Latest time among imported rows.</param>
/// <param name="ValueSum">Sum of the values of imported events.</param>
/// <param name="Customers">Customers that were new.</param>
/// <param name="Seconds">Time taken.</param>
public sealed record ImportReport(
    string Kind,
    string File,
    long RowsRead,
    long Imported,
    long AlreadyKnown,
    long SetAside,
    IReadOnlyList<RejectedRow> Rejects,
    IReadOnlyDictionary<string, string> Mapping,
    DateTimeOffset? First,
    DateTimeOffset? Last,
    double? ValueSum,
    long Customers,
    double Seconds)
{
    /// <summary>How many rejected rows a report carries; more are only counted.</summary>
    public const int MostRejects = 10_000;

    /// <summary>What is not as it was in earlier files of its kind.</summary>
    public IReadOnlyList<QualityFinding> Findings { get; init; } = [];
}

/// <summary>A row that was set aside.</summary>
/// <param name="Line">Its line number in the file, or its place in the list, from 1.</param>
/// <param name="Reason">What was expected and what was found.</param>
/// <param name="Text">The row as it stood, cut at 2,000 characters.</param>
public sealed record RejectedRow(long Line, string Reason, string Text);
