namespace Coppice.Client;

/// <summary>The concepts found in a table of notes.</summary>
/// <param name="RowsRead">Rows read, without the header.</param>
/// <param name="Notes">Notes that were searched.</param>
/// <param name="Concepts">Concepts of the lexicon.</param>
/// <param name="Matches">What was found, in the order of the table.</param>
/// <param name="SetAside">Rows that could not be used.</param>
/// <param name="Rejects">The first of them.</param>
/// <param name="Warnings">What the lexicon may not have meant, such as an alias of two concepts; the first hundred.</param>
/// <param name="WarningCount">How many warnings there were in all.</param>
/// <param name="Seconds">Time taken.</param>
public sealed record ConceptsResponse(
    long RowsRead,
    long Notes,
    int Concepts,
    IReadOnlyList<FoundConcept> Matches,
    long SetAside,
    IReadOnlyList<RejectedRow> Rejects,
    IReadOnlyList<string> Warnings,
    int WarningCount,
    double Seconds);

/// <summary>A place in a note where a concept is named.</summary>
/// <param name="ClientId">The customer the note is about.</param>
/// <param name="ConceptId">The concept.</param>
/// <param name="MatchedAlias">The alias, as the lexicon writes it.</param>
/// <param name="Start">First character of the note, UTF-16, from 0.</param>
/// <param name="End">The character after the last.</param>
public sealed record FoundConcept(string ClientId, string ConceptId, string MatchedAlias, int Start, int End);
