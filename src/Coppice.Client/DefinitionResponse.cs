namespace Coppice.Client;

/// <summary>The definition file as it lies on disk.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Sha256">Its digest, by which a change says what it was made from.</param>
/// <param name="Problems">What is wrong with it; a server would not start with it.</param>
/// <param name="NeedsRestart">Parts that are not in force: they come with a restart of the server.</param>
public sealed record DefinitionResponse(string Text, string Sha256, IReadOnlyList<DefinitionFault> Problems, IReadOnlyList<string> NeedsRestart);

/// <summary>Something wrong in a text of the definition file.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Where in the line, from 1.</param>
/// <param name="Sentence">What was expected and what was found.</param>
/// <param name="Nearest">The word that may have been meant; null where none is near.</param>
public sealed record DefinitionFault(int Line, int Column, string Sentence, string? Nearest);

/// <summary>What a text of the definition file would do.</summary>
/// <param name="Problems">What is wrong with it; with any it is not written.</param>
/// <param name="InForce">Parts that would change at once, as the file calls them.</param>
/// <param name="NeedsRestart">Parts that would change with a restart of the server.</param>
public sealed record DefinitionCheck(IReadOnlyList<DefinitionFault> Problems, IReadOnlyList<string> InForce, IReadOnlyList<string> NeedsRestart);

/// <summary>The definition file was written.</summary>
/// <param name="Sha256">The digest of its text.</param>
/// <param name="InForce">Parts that have changed, as the file calls them.</param>
/// <param name="NeedsRestart">Parts that change with a restart of the server.</param>
public sealed record DefinitionChanged(string Sha256, IReadOnlyList<string> InForce, IReadOnlyList<string> NeedsRestart);
