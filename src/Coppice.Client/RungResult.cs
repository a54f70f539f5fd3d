namespace Coppice.Client;

/// <summary>One step of a repair, from the cheapest up.</summary>
/// <param name="Rung"><c>recalibrate</c>, <c>threshold</c>, <c>leaves</c>, <c>trees</c>, <c>full</c> or <c>tune</c>.</param>
/// <param name="Verdict"><c>chosen</c>, <c>passed</c> (another is as good and cheaper, or better), <c>held</c>, <c>rejected</c>, <c>left_out</c>, <c>moved</c> of a threshold that costs have moved, or <c>not_needed</c> where a cheaper one was enough.</param>
/// <param name="Sentence">Why, for people.</param>
/// <param name="Comparison">The metric that decides, champion against this rung on the fresh labels; null where it was not judged.</param>
/// <param name="Seconds">How long fitting and judging took.</param>
public sealed record RungResult(string Rung, string Verdict, string Sentence, MetricComparison? Comparison, double Seconds);
