namespace Coppice.Server.Text.Concepts;

/// <summary>A place in a note where a concept is named.</summary>
/// <param name="Phrase">Index into <see cref="ConceptMatcher.Phrases"/>, which knows the concept and the alias.</param>
/// <param name="Start">First character, UTF-16.</param>
/// <param name="End">The character after the last, UTF-16.</param>
public readonly record struct ConceptMatch(int Phrase, int Start, int End);
