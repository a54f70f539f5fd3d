namespace Coppice.Server.Outcomes.Ingest;

/// <summary>What one row reports: the truths of one moment about a customer, or about one prediction; the customer of that is empty where only the prediction was named.</summary>
internal sealed record ReportedOutcomes(long Line, string? PredictionId, IReadOnlyList<Outcome> Outcomes);
