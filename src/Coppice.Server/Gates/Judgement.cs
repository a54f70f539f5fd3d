using Coppice.Client;
using Coppice.Server.Evaluation;

namespace Coppice.Server.Gates;

/// <summary>What the gates decided and everything they measured.</summary>
public sealed record Judgement(
    Decision Decision,
    IReadOnlyDictionary<string, double?> Metrics,
    IReadOnlyDictionary<string, MetricEstimate> Estimates,
    IReadOnlyList<MetricComparison> Comparisons,
    double? MeanChange,
    long? DecileChanges,
    PairedComparison? Primary)
{
    public IReadOnlyList<VerdictResponse> Verdicts =>
    [
        .. Decision.Verdicts.Select(v => new VerdictResponse(v.Gate, v.Code, GateWords.Of(v.Outcome), v.Measured, v.Bound, v.Sentence)),
    ];
}
