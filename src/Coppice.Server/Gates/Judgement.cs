using Coppice.Client;
using Coppice.Server.Evaluation;

namespace Coppice.Server.Gates;

/// <summary>What the gates decided and everything they measured.</summary>
public sealed record Judgement(
    Decision Decision,
    ModelMetrics Measured,
    IReadOnlyList<MetricComparison> Comparisons,
    double? MeanChange,
    long? DecileChanges,
    PairedComparison? Primary)
{
    public IReadOnlyDictionary<string, double?> Metrics { get; } = Measured.Values();

    /// <summary>The challenger's answers on the block, row by row.</summary>
    public double[] Scores { get; init; } = [];

    /// <summary>Where to act from; null where nothing says what acting costs.</summary>
    public ActingThreshold? Threshold { get; init; }

    /// <summary>Of its companion on the same rows; null where it has none. No gate asks for it: the version's scores replace it.</summary>
    public IReadOnlyDictionary<string, double?>? Quick { get; init; }

    /// <summary>Who moves; null without a champion.</summary>
    public ShockResponse? Shock { get; init; }

    /// <summary>Oldest first; empty where no era has enough rows.</summary>
    public IReadOnlyList<EraResponse> Eras { get; init; } = [];

    public FootprintResponse? Footprint { get; init; }

    /// <summary>Groups of customers that were large enough to tell.</summary>
    public IReadOnlyList<SegmentComparison> Segments { get; init; } = [];

    public IReadOnlyList<VerdictResponse> Verdicts =>
    [
        .. Decision.Verdicts.Select(v => new VerdictResponse(v.Gate, v.Code, GateWords.Of(v.Outcome), v.Measured, v.Bound, v.Sentence)),
    ];
}
