namespace Coppice.Server.Text.Concepts;

/// <summary>A way to name a concept: the alias as the lexicon writes it.</summary>
public readonly record struct ConceptPhrase(Concept Concept, string Alias);
