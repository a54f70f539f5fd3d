namespace Coppice.Client;

/// <summary>A running mean that forgets.</summary>
/// <param name="Metric">Its stable name.</param>
/// <param name="Factor">What each older answer weighs of the one after it.</param>
/// <param name="Value">The mean.</param>
/// <param name="Rows">Answers it remembers, in weight.</param>
public sealed record FadingMetric(string Metric, double Factor, double Value, double Rows);
