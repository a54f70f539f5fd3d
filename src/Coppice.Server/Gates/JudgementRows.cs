using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>The fresh block of one decision: truth and what each version predicts about it.</summary>
public sealed record JudgementRows
{
    public required PredictionKind Kind { get; init; }

    /// <summary>0 and 1 for probabilities, amounts otherwise; matured and never trained on.</summary>
    public required double[] Labels { get; init; }

    /// <summary>The customer of each row.</summary>
    public required long[] Customers { get; init; }

    public required double[] ChallengerScores { get; init; }

    /// <summary>Null when there is no champion yet.</summary>
    public double[]? ChampionScores { get; init; }

    /// <summary>Scores of the last version promoted on merit; null when it is the champion.</summary>
    public double[]? AnchorScores { get; init; }

    /// <summary>Mean label of the challenger's training rows: the constant it must beat.</summary>
    public required double TrainingMean { get; init; }

    /// <summary>What buying rhythm alone says of each row; null where it says nothing.</summary>
    public double[]? BaselineScores { get; init; }

    /// <summary>What rows have in common; empty where nothing tells them apart.</summary>
    public IReadOnlyList<Segment> Segments { get; init; } = [];

    /// <summary>Rows of the past that neither version has seen; null where there are none.</summary>
    public PastRows? Past { get; init; }

    /// <summary>Why a merely equal version is welcome (age, drift, a changed schema, an erasure), or null.</summary>
    public string? FreshnessReason { get; init; }

    /// <summary>Scores of both on the latest rows without labels, in the same order; empty when there are none.</summary>
    public double[] SnapshotChampionScores { get; init; } = [];

    public double[] SnapshotChallengerScores { get; init; } = [];

    /// <summary>What the challenger takes to answer; null where nobody has measured it.</summary>
    public Footprint? Footprint { get; init; }

    /// <summary>Decisions that any of these rows has already taken part in; each makes this one stricter (methods 1.6). Normally 0.</summary>
    public int EarlierDecisions { get; init; }

    /// <summary>Rows of the block that a lineage was trained on. Any aborts the decision.</summary>
    public int LineageOverlap { get; init; }
}
