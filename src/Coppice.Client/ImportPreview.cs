namespace Coppice.Client;

/// <summary>What an import would make of a file, from its beginning. Nothing was stored.</summary>
/// <param name="Kind">What the file brings.</param>
/// <param name="Delimiter">What separates its columns: <c>,</c>, <c>;</c>, a tab, <c>|</c>; a blank, or null for NDJSON.</param>
/// <param name="Columns">Its columns, in their order; empty where it cannot be read.</param>
/// <param name="Rows">The cells of its first rows, in the order of the columns; null where there is nothing.</param>
/// <param name="RowsRead">Rows that were looked at.</param>
/// <param name="SetAside">Rows of these that would be set aside.</param>
/// <param name="Rejects">The first of them with the reason.</param>
/// <param name="Findings">What the checks of files notice before anything is stored; a blocking one would refuse it.</param>
/// <param name="Problem">Why it cannot be imported at all; null where it can.</param>
public sealed record ImportPreview(
    string Kind,
    string? Delimiter,
    IReadOnlyList<PreviewColumn> Columns,
    IReadOnlyList<IReadOnlyList<string?>> Rows,
    long RowsRead,
    long SetAside,
    IReadOnlyList<RejectedRow> Rejects,
    IReadOnlyList<QualityFinding> Findings,
    string? Problem);

/// <summary>A column as the first rows show it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="UsedAs">The role it fills, such as <c>customer</c>; what becomes of it otherwise: <c>property</c>, <c>attribute</c>, <c>input</c>, <c>target</c>, <c>outcome</c>; null where it is left aside.</param>
/// <param name="Type"><c>number</c>, <c>boolean</c>, <c>date</c>, <c>category</c>, <c>text</c> or <c>identifier</c>.</param>
/// <param name="Missing">Cells without a value.</param>
/// <param name="Examples">A few of its values.</param>
public sealed record PreviewColumn(string Name, string? UsedAs, string Type, long Missing, IReadOnlyList<string> Examples);
