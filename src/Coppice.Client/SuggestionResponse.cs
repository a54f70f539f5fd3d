namespace Coppice.Client;

/// <summary>A first lexicon, made from a table of notes.</summary>
/// <param name="RowsRead">Rows read, without the header.</param>
/// <param name="Notes">Notes that were read.</param>
/// <param name="Concepts">The phrases many notes share, the most frequent first.</param>
/// <param name="SetAside">Rows that could not be used.</param>
/// <param name="Rejects">The first of them.</param>
/// <param name="Seconds">Time taken.</param>
public sealed record SuggestionResponse(
    long RowsRead,
    long Notes,
    IReadOnlyList<SuggestedConcept> Concepts,
    long SetAside,
    IReadOnlyList<RejectedRow> Rejects,
    double Seconds);

/// <summary>A phrase that many notes share.</summary>
/// <param name="Id">A key for it.</param>
/// <param name="Label">The phrase.</param>
/// <param name="Notes">How many notes hold it.</param>
public sealed record SuggestedConcept(string Id, string Label, int Notes);
