using System.ComponentModel.DataAnnotations;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>The bounds of the gates. The defaults are the preset <c>strict</c>.</summary>
public sealed record GateOptions
{
    public static GateOptions Strict { get; } = new();

    /// <summary>Half the rows, the same error rates: it holds more often until a difference stands out.</summary>
    public static GateOptions Balanced { get; } = new() { MinPositives = 50, MinNegatives = 50, MinAmountRows = 250, MinPositiveAmounts = 50 };

    /// <summary>Better by point estimate on thirty rows: promotes soon and, between equal versions, wrongly half the time.</summary>
    public static GateOptions Eager { get; } = new()
    {
        MinRows = 30,
        MinPositives = 1,
        MinNegatives = 1,
        MinAmountRows = 30,
        MinPositiveAmounts = 1,
        MinImprovement = 0,
        Evidence = Evidence.PointEstimate,
    };

    /// <summary>The presets by the names the definition file uses.</summary>
    public static IReadOnlyDictionary<string, GateOptions> Presets { get; } =
        new Dictionary<string, GateOptions> { ["strict"] = Strict, ["balanced"] = Balanced, ["eager"] = Eager };

    /// <summary>Rows of any label that a block of probabilities needs. Default 0: positives and negatives say enough.</summary>
    [Range(0, int.MaxValue)]
    public int MinRows { get; init; }

    /// <summary>Rows with label 1 that a block of probabilities needs. Default 100; fewer decide on noise.</summary>
    [Range(1, int.MaxValue)]
    public int MinPositives { get; init; } = 100;

    /// <summary>Rows with label 0 that a block of probabilities needs. Default 100.</summary>
    [Range(1, int.MaxValue)]
    public int MinNegatives { get; init; } = 100;

    /// <summary>Rows that a block of amounts needs. Default 500: amounts are heavy-tailed.</summary>
    [Range(1, int.MaxValue)]
    public int MinAmountRows { get; init; } = 500;

    /// <summary>Rows above zero that a block of amounts needs. Default 100.</summary>
    [Range(1, int.MaxValue)]
    public int MinPositiveAmounts { get; init; } = 100;

    /// <summary>Share of rows called right, 0..1. Default 0.70; below it a challenger is rejected.</summary>
    [Range(0.0, 1.0)]
    public double MinAccuracy { get; init; } = 0.70;

    /// <summary>Whether the floor reads the measured accuracy or its lower bound. Default the measured one.</summary>
    public FloorMode FloorMode { get; init; } = FloorMode.Point;

    /// <summary>Scores from here on are called positive, 0..1. Default 0.5.</summary>
    [Range(0.0, 1.0)]
    public double Threshold { get; init; } = 0.5;

    /// <summary>How far the primary metric or the co-guard may fall, relative to the champion's. Default 0.05.</summary>
    [Range(0.0, 1.0)]
    public double MaxDrop { get; init; } = 0.05;

    /// <summary>How far amounts may move on average: mean |difference| over the sum of both means, 0..1. Default 0.40, since amounts have long tails.</summary>
    [Range(0.0, 1.0)]
    public double MaxAmountDrift { get; init; } = 0.40;

    /// <summary>How far probabilities may move on average: mean |difference|. Default 0.15.</summary>
    [Range(0.0, 1.0)]
    public double MaxPredictionDrift { get; init; } = 0.15;

    /// <summary>Share of customers whose probability may cross the threshold, 0..1. Default 0.25; more would turn a campaign over.</summary>
    [Range(0.0, 1.0)]
    public double MaxCrossing { get; init; } = 0.25;

    /// <summary>Share of the top tenth of amounts that may be replaced, 0..1. Default 0.75, since neighbours of the line change places with little.</summary>
    [Range(0.0, 1.0)]
    public double MaxTopChange { get; init; } = 0.75;

    /// <summary>Bytes of trees and encoders. Default 50 MB.</summary>
    [Range(1, long.MaxValue)]
    public long MaxSize { get; init; } = 50_000_000;

    /// <summary>The median time of one row alone. Default 5 ms, hundreds of times what is usual, so that noise decides nothing.</summary>
    public TimeSpan MaxLatency { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>How far the primary metric of a segment may surely fall, relative to the champion's. Default 0.50: after a change of the world a champion is right about some by luck.</summary>
    [Range(0.0, 100.0)]
    public double MaxSegmentDrop { get; init; } = 0.50;

    /// <summary>How far the primary metric of an era may surely fall, relative to the champion's. Default 0.05.</summary>
    [Range(0.0, 100.0)]
    public double MaxForgotten { get; init; } = 0.05;

    /// <summary>What the level of probabilities may cost, as a share of the log-loss. Default 0.05; more is let through only where the champion is further off.</summary>
    [Range(0.0, 1.0)]
    public double MaxMiscalibration { get; init; } = 0.05;

    /// <summary>How far the predicted total of amounts may surely lie from the true one, as a share of it. Default 0.25.</summary>
    [Range(0.0, 1.0)]
    public double MaxTotalError { get; init; } = 0.25;

    /// <summary>The improvement worth a change of champion, as a share of the champion's primary metric. Default 0.002.</summary>
    [Range(0.0, 1.0)]
    public double MinImprovement { get; init; } = 0.002;

    /// <summary>How much worse still counts as no worse, as a share of the champion's primary metric. Default 0.01.</summary>
    [Range(0.0, 1.0)]
    public double NonInferiorityMargin { get; init; } = 0.01;

    /// <summary>How much AUC a challenger may surely not lose, absolute. Default 0.01, about what 460 positives can resolve.</summary>
    [Range(0.0, 1.0)]
    public double AucMargin { get; init; } = 0.01;

    /// <summary>The same for the normalised Gini. Default 0.02, because it equals 2 AUC - 1 on zeros and ones.</summary>
    [Range(0.0, 1.0)]
    public double GiniMargin { get; init; } = 0.02;

    /// <summary>One-sided chance of promoting a version that is no better. Default 0.05.</summary>
    [Range(0.0001, 0.4999)]
    public double SignificanceLevel { get; init; } = 0.05;

    /// <summary>Interval or point estimate. Default interval.</summary>
    public Evidence Evidence { get; init; } = Evidence.Interval;

    /// <summary>How far a segment of an era may surely fall: twice as far, since of few customers a champion is right about some by luck.</summary>
    internal double MaxForgottenOfSegment => 2 * MaxForgotten;

    /// <summary>How much of whom people act on may change: see <see cref="Evaluation.ScoreShock.Crossing"/>.</summary>
    internal double MaxCrossingOf(PredictionKind kind) => kind == PredictionKind.Probability ? MaxCrossing : MaxTopChange;
}
