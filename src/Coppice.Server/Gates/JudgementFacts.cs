using Coppice.Client;
using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>Everything the gates judge by, measured once on the block.</summary>
public sealed record JudgementFacts
{
    /// <summary>Rows without labels below which prediction drift is measured on the block itself.</summary>
    public const int SnapshotMinimum = 1000;

    public required PredictionKind Kind { get; init; }

    public required int Rows { get; init; }

    /// <summary>Rows with a label above zero.</summary>
    public required int Positives { get; init; }

    public int Negatives => Rows - Positives;

    public bool HasChampion { get; init; }

    public double? Accuracy { get; init; }

    /// <summary>One-sided 95 % Wilson bound.</summary>
    public double? AccuracyLowerBound { get; init; }

    public double? Skill { get; init; }

    /// <summary>Share of the error of buying rhythm alone that is removed, for amounts; null where rhythm says nothing.</summary>
    public MetricEstimate? RhythmSkill { get; init; }

    /// <summary>Primary metric against the champion; null without champion or when undefined.</summary>
    public PairedComparison? AgainstChampion { get; init; }

    /// <summary>Primary metric against the anchor; null when the anchor is the champion.</summary>
    public PairedComparison? AgainstAnchor { get; init; }

    /// <summary>The co-guard (AUC, or normalised Gini) against the champion.</summary>
    public PairedComparison? CoGuard { get; init; }

    public bool HasAnchor { get; init; }

    /// <summary>The primary metric by segment; those with enough rows.</summary>
    public IReadOnlyList<SegmentComparison> Segments { get; init; } = [];

    /// <summary>The primary metric by era of the past, oldest first; those with enough rows.</summary>
    public IReadOnlyList<EraComparison> Eras { get; init; } = [];

    /// <summary>What the level of its answers costs the challenger; null where it cannot be told or nobody is there to compare with.</summary>
    public double? Miscalibration { get; init; }

    public double? ChampionMiscalibration { get; init; }

    /// <summary>Whether more than chance says that the challenger's level costs more than the champion's.</summary>
    public bool IsSurelyFurtherOff { get; init; } = true;

    public PredictionDrift? Drift { get; init; }

    public DriftSource DriftSource { get; init; }

    /// <summary>Who would be chosen and no longer is, on the rows of <see cref="DriftSource"/>.</summary>
    public ScoreShock? Shock { get; init; }

    public Footprint? Footprint { get; init; }

    public string? FreshnessReason { get; init; }

    /// <summary>What was noticed about the rows the challenger learnt from; null where nobody looked.</summary>
    public IReadOnlyList<QualityFinding>? DataFindings { get; init; }

    /// <summary>
    /// Measures a block. Throws <see cref="InvalidOperationException"/> when rows of it were trained on or have been judged too often:
    /// the decision would be worthless (methods 1.6, 2.3).
    /// </summary>
    public static JudgementFacts Measure(JudgementRows block, GateOptions options)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(options);
        if (block.LineageOverlap != 0)
        {
            throw new InvalidOperationException(
                $"{block.LineageOverlap} of {block.Labels.Length} rows of the block trained a version that it judges; expected none. The decision is aborted.");
        }

        if (block.EarlierDecisions >= AlphaSpending.LastUse)
        {
            throw new InvalidOperationException(
                $"Rows of the block took part in {block.EarlierDecisions} decisions; they may in {AlphaSpending.LastUse}. Wait for fresh labels.");
        }

        var rows = new LabelledRows(block.Labels, block.Customers);
        double level = block.EarlierDecisions == 0
            ? options.SignificanceLevel
            : AlphaSpending.Level(options.SignificanceLevel, block.EarlierDecisions + 1);
        JudgementFacts facts = OfChallenger(rows, block, options);
        if (block.ChampionScores is not { } champion)
            return facts;

        string primary = PrimaryMetric.Of(block.Kind, rows, champion, block.ChallengerScores, block.AnchorScores);
        var comparison = new ScoreComparison(rows, champion, block.ChallengerScores, level);
        bool onSnapshot = block.SnapshotChampionScores.Length >= SnapshotMinimum;
        var drift = DriftOf(block, options, onSnapshot);
        var off = Evaluation.Miscalibration.Of(block.Kind, rows, block.ChallengerScores);
        var championOff = Evaluation.Miscalibration.Of(block.Kind, rows, champion);
        return facts with
        {
            HasChampion = true,
            HasAnchor = block.AnchorScores is not null,
            AgainstChampion = comparison.By(primary),
            CoGuard = comparison.By(PrimaryMetric.CoGuardOf(block.Kind)),
            AgainstAnchor = block.AnchorScores is { } anchor
                ? new ScoreComparison(rows, anchor, block.ChallengerScores, level).By(primary)
                : null,
            Segments = SegmentComparison.Of(block.Segments, rows, champion, block.ChallengerScores, primary, options.MaxSegmentDrop),
            Eras = block.Past?.Compare(block.Kind, options) ?? [],
            Miscalibration = off?.Cost,
            ChampionMiscalibration = championOff?.Cost,
            IsSurelyFurtherOff = off is not null && championOff is not null && off.IsSurelyMoreThan(championOff),
            Drift = drift,
            Shock = drift is null ? null : ScoreShock.Of(block.Kind, Champion(block, onSnapshot), Challenger(block, onSnapshot), options.Threshold),
            DriftSource = onSnapshot ? DriftSource.Snapshot : DriftSource.Block,
        };
    }

    private static JudgementFacts OfChallenger(LabelledRows rows, JudgementRows block, GateOptions options)
    {
        var facts = new JudgementFacts
        {
            Kind = block.Kind,
            Rows = rows.Count,
            Positives = rows.Positives,
            FreshnessReason = block.FreshnessReason,
            Footprint = block.Footprint,
        };
        if (block.Kind == PredictionKind.Amount)
        {
            return facts with
            {
                Skill = AmountMetrics.Of(rows, block.ChallengerScores, block.TrainingMean).Skill,
                RhythmSkill = block.BaselineScores is { } baseline ? BaselineSkill.Of(rows, block.ChallengerScores, baseline) : null,
            };
        }

        BinaryMetrics metrics = BinaryMetrics.Of(rows, block.ChallengerScores, block.TrainingMean, options.Threshold);
        int right = metrics.Confusion.TruePositives + metrics.Confusion.TrueNegatives;
        return facts with
        {
            Accuracy = metrics.Confusion.Accuracy,
            AccuracyLowerBound = rows.Count == 0 ? null : WilsonInterval.Of(right, rows.Count, 0.05).Lower,
            Skill = metrics.Skill,
        };
    }

    private static double[] Champion(JudgementRows block, bool onSnapshot) => onSnapshot ? block.SnapshotChampionScores : block.ChampionScores!;

    private static double[] Challenger(JudgementRows block, bool onSnapshot) => onSnapshot ? block.SnapshotChallengerScores : block.ChallengerScores;

    private static PredictionDrift? DriftOf(JudgementRows block, GateOptions options, bool onSnapshot)
    {
        double[] champion = Champion(block, onSnapshot);
        double[] challenger = Challenger(block, onSnapshot);
        return champion.Length == 0 ? null : PredictionDrift.Of(block.Kind, champion, challenger, threshold: options.Threshold);
    }
}

/// <summary>The rows on which prediction drift was measured.</summary>
public enum DriftSource
{
    Block,
    Snapshot,
}
