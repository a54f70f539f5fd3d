namespace Coppice.Server.Evaluation;

/// <summary>Rows that have something in common, by what they have.</summary>
/// <param name="Name">In words: <c>profile country = FR</c>.</param>
/// <param name="Rows">Their places, ascending.</param>
public sealed record Segment(string Name, int[] Rows);
