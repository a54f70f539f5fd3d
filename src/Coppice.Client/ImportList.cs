namespace Coppice.Client;

/// <summary>Files that came, newest first.</summary>
/// <param name="Imports">One page of them.</param>
/// <param name="Before">What to ask for to get the next page; null on the last.</param>
public sealed record ImportList(IReadOnlyList<ImportResponse> Imports, long? Before);

/// <summary>A file that came, what became of it, and what was noticed about it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind"><c>events</c>, <c>profiles</c>, <c>notes</c>, <c>outcomes</c> or <c>examples</c>.</param>
/// <param name="File">Its name as sent.</param>
/// <param name="At">When it came.</param>
/// <param name="Actor">Who sent it.</param>
/// <param name="State"><c>imported</c>, or <c>refused</c>: nothing of it was stored.</param>
/// <param name="RowsRead">Rows read; of a refused file those that were looked at.</param>
/// <param name="Imported">Rows that were new.</param>
/// <param name="AlreadyKnown">Rows that an earlier import had brought.</param>
/// <param name="SetAside">Rows that could not be used.</param>
/// <param name="Customers">Customers that were new.</param>
/// <param name="First">Earliest time among imported rows.</param>
/// <param name="Last">Latest time among imported rows.</param>
/// <param name="Findings">What was noticed.</param>
public sealed record ImportResponse(
    long Id,
    string Kind,
    string File,
    DateTimeOffset At,
    string Actor,
    string State,
    long RowsRead,
    long Imported,
    long AlreadyKnown,
    long SetAside,
    long Customers,
    DateTimeOffset? First,
    DateTimeOffset? Last,
    IReadOnlyList<QualityFinding> Findings);
