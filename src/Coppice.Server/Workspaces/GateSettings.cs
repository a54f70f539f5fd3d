namespace Coppice.Server.Workspaces;

/// <summary>The bounds a challenger is held to (methods 1.5). Every number is written once, in <see cref="Of"/> or beside its name.</summary>
public sealed record GateSettings
{
    public required GatePreset Preset { get; init; }

    public required EvidenceRule Evidence { get; init; }

    /// <summary>Positives a block must hold before it decides about a probability.</summary>
    public required int MinPositives { get; init; }

    /// <summary>Negatives a block must hold before it decides about a probability.</summary>
    public required int MinNegatives { get; init; }

    /// <summary>Rows a block must hold before it decides.</summary>
    public required int MinRows { get; init; }

    /// <summary>Lowest accuracy of a probability model, 0 to 1. Default 0.70.</summary>
    public double MinAccuracy { get; init; } = 0.70;

    /// <summary>Largest relative drop of the primary metric and of AUC against the champion. Default 0.05.</summary>
    public double MaxDrop { get; init; } = 0.05;

    /// <summary>Largest fall of the primary metric on a segment of customers, relative to the champion; it must be sure to count. Default 0.50.</summary>
    public double MaxSegmentDrop { get; init; } = 0.50;

    /// <summary>Largest mean absolute change of the predictions. Default 0.15.</summary>
    public double MaxPredictionDrift { get; init; } = 0.15;

    /// <summary>Largest share of customers whose probability may cross the threshold. Default 0.25.</summary>
    public double MaxCrossing { get; init; } = 0.25;

    /// <summary>Largest share of the top tenth of amounts that may be replaced. Default 0.75.</summary>
    public double MaxTopChange { get; init; } = 0.75;

    /// <summary>Largest size of a version in bytes. Default 50 MB.</summary>
    public long MaxSize { get; init; } = 50_000_000;

    /// <summary>Longest time one row alone may take. Default 5 ms.</summary>
    public TimeSpan MaxLatency { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>How much worse a version may surely be on an era of the past, relative to the champion's primary metric. Default 0.05.</summary>
    public double MaxForgotten { get; init; } = 0.05;

    /// <summary>Share of customers that are never learnt from once there are labels enough, so that the past can judge. Default 0.05; 0 reserves nobody.</summary>
    public double Reserve { get; init; } = 0.05;

    /// <summary>Smallest improvement worth a promotion, relative to the champion's primary metric. Default 0.002.</summary>
    public double MinImprovement { get; init; } = 0.002;

    /// <summary>How much worse still counts as not inferior, relative to the primary metric of the champion. Default 0.01.</summary>
    public double Margin { get; init; } = 0.01;

    /// <summary>How much lower the AUC may be and still count as not inferior, absolute. Default 0.01.</summary>
    public double AucMargin { get; init; } = 0.01;

    /// <summary>One-sided error rate of each test. Default 0.05.</summary>
    public double Significance { get; init; } = 0.05;

    /// <summary>How many persons must agree before a version goes live that the gates did not let through: 1 or 2. Default 1.</summary>
    public int Approvals { get; init; } = 1;

    /// <summary>Age of the champion from which an equal challenger may replace it. Default 60 days.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(60);

    /// <summary>The bounds of a preset.</summary>
    public static GateSettings Of(GatePreset preset) => preset switch
    {
        GatePreset.Strict => new GateSettings { Preset = preset, Evidence = EvidenceRule.Interval, MinPositives = 100, MinNegatives = 100, MinRows = 500 },
        GatePreset.Balanced => new GateSettings { Preset = preset, Evidence = EvidenceRule.Interval, MinPositives = 50, MinNegatives = 50, MinRows = 200 },
        GatePreset.Eager => new GateSettings
        {
            Preset = preset,
            Evidence = EvidenceRule.PointEstimate,
            MinPositives = 5,
            MinNegatives = 5,
            MinRows = 30,
            MinImprovement = 0,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, "expected strict, balanced or eager"),
    };
}
