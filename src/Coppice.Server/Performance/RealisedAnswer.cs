namespace Coppice.Server.Performance;

/// <summary>An answer as it was served, and what came true.</summary>
/// <param name="Label">The label's number.</param>
/// <param name="AsOf">When it was asked.</param>
/// <param name="Value">What came true.</param>
/// <param name="Score">What was said then.</param>
/// <param name="IsCorrection">Whether the label took the place of another.</param>
public readonly record struct RealisedAnswer(long Label, long AsOf, double Value, double Score, bool IsCorrection);
