namespace Coppice.Server.Outcomes.Ingest;

/// <summary>What one row reports: the truths of one moment about a customer, who may be named by a prediction about them.</summary>
internal sealed record ReportedOutcomes(long Line, string? PredictionId, IReadOnlyList<Outcome> Outcomes);
