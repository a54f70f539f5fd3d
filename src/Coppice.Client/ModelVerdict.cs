namespace Coppice.Client;

/// <summary>Whether a model is right, why, and what happens next: everything that speaks of it, weighed once.</summary>
/// <param name="State"><c>right</c>, <c>watch</c> (something differs, and nothing is lost so far), <c>wrong</c> (answers are surely worse than promised, or cannot be given) or <c>unknown</c>.</param>
/// <param name="Because">The grounds, those that weigh most first.</param>
/// <param name="Next">What it waits for, or does now.</param>
public sealed record ModelVerdict(string State, IReadOnlyList<VerdictGround> Because, string? Next);

/// <summary>One ground of a verdict.</summary>
/// <param name="What"><c>quality</c>, <c>drift</c>, <c>alert</c>, <c>expected</c>, <c>rollback</c> or <c>repair</c>.</param>
/// <param name="Weight">The state it speaks for.</param>
/// <param name="Sentence">In words and numbers.</param>
public sealed record VerdictGround(string What, string Weight, string Sentence);
