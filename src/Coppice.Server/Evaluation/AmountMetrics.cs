using Coppice.Server.Learners;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Evaluation;

/// <summary>How good the amounts predicted by one version are, by rank and by total as well as by row (methods 7.4).</summary>
public sealed record AmountMetrics : ModelMetrics
{
    private const int Deciles = 10;

    private const int HeavyRows = 5;

    /// <summary>Share of rows around the edge of the top decile that say how much a row there holds.</summary>
    private const double EdgeShare = 0.05;

    public override PredictionKind Kind => PredictionKind.Amount;

    public required double? RootMeanSquaredError { get; init; }

    public required double? MeanAbsoluteError { get; init; }

    /// <summary>Root of the mean squared distance of the logarithms: by how many times amounts are off, large or small; null when a label or a prediction is negative.</summary>
    public required double? RootMeanSquaredLogError { get; init; }

    public required double? R2 { get; init; }

    /// <summary>Mean deviance at power 1.5; null when a label is negative or a prediction is not positive.</summary>
    public required double? TweedieDeviance { get; init; }

    public required double? NormalisedGini { get; init; }

    public required double? Spearman { get; init; }

    public required double? TopDecileShare { get; init; }

    /// <summary>Total predicted over total true.</summary>
    public required double? TotalRatio { get; init; }

    /// <summary>1 - loss / loss of the training mean, in Tweedie deviance, or in MAE where that is undefined.</summary>
    public required double? Skill { get; init; }

    /// <summary>1 - loss / loss of customers' buying rhythm alone; null where that was not forecast.</summary>
    public double? RhythmSkill { get; init; }

    /// <summary>Share of the squared error that the five worst rows carry: above one half, RMSE and R² may not decide (methods 1.4).</summary>
    public required double? Top5Share { get; init; }

    /// <summary>Share of the amounts that lay inside their intervals; null for a version that names none.</summary>
    public double? IntervalCoverage { get; init; }

    /// <summary>The same of the tenth with the largest answers.</summary>
    public double? TopDecileCoverage { get; init; }

    /// <summary>What the intervals cost, in the unit of the target: amounts outside and needless width alike.</summary>
    public double? RangeLoss { get; init; }

    /// <summary>Share of the total that lies above the largest amount a version learnt from; null where that is not known.</summary>
    public double? AboveCapShare { get; init; }

    /// <summary>Ten bins of equal row counts, lowest predictions first.</summary>
    public required IReadOnlyList<CalibrationBin> DecileBins { get; init; }

    /// <summary>The share of the true total that each decile holds, lowest predictions first; empty when there is no total.</summary>
    public required IReadOnlyList<double> DecileShares { get; init; }

    /// <summary>Measures one version on one block.</summary>
    /// <param name="rows">Labels in the unit of the target.</param>
    /// <param name="scores">One predicted amount per row, in the same unit.</param>
    /// <param name="trainingMean">Mean label of the training rows: the constant that the version must beat.</param>
    /// <param name="intervals">What the version says beside its amounts.</param>
    /// <param name="cap">The largest amount it learnt from.</param>
    public static AmountMetrics Of(LabelledRows rows, ReadOnlySpan<double> scores, double trainingMean, MondrianIntervals? intervals = null, double? cap = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        rows.RequireScores(scores, nameof(scores));
        int[] order = OrderStatistics.AscendingOrder(scores);
        RowLosses squared = RowLosses.Of(rows, scores, Losses.Squared);
        RowLosses absolute = RowLosses.Of(rows, scores, Losses.Absolute);
        RowLosses? deviance = PrimaryMetric.DevianceIsDefined(rows, scores) ? RowLosses.Of(rows, scores, Losses.TweedieDeviance) : null;
        RowLosses? logarithmic = RowLosses.AreOfLogarithms(rows, scores) ? RowLosses.Of(rows, scores, Losses.SquaredLog) : null;
        double spread = Spread(rows);
        double? total = rows.Mean * rows.Count;
        CalibrationBin[] deciles = EqualMassBins.Of(rows, scores, order, Deciles);
        Gini? gini = Gini.Of(rows, scores);
        double[] top = EqualMassBins.TopWeights(scores, order, 1.0 / Deciles);
        var coverage = intervals is null ? null : Evaluation.IntervalCoverage.Of(rows, scores, top, intervals);
        return new AmountMetrics
        {
            Rows = rows.Count,
            Positives = rows.Positives,
            RootMeanSquaredError = squared.Root,
            MeanAbsoluteError = absolute.Mean,
            RootMeanSquaredLogError = logarithmic?.Root,
            R2 = spread > 0 ? 1 - (squared.Mean * rows.Count / spread) : null,
            TweedieDeviance = deviance?.Mean,
            NormalisedGini = gini?.Value,
            Spearman = RankCorrelation.Spearman(rows.Labels, scores),
            TopDecileShare = EqualMassBins.TopShare(rows, scores, order, 1.0 / Deciles),
            TotalRatio = total is null or 0 ? null : Sum(scores) / total,
            Skill = deviance is not null && trainingMean > 0
                ? deviance.SkillAgainst(rows, trainingMean, Losses.TweedieDeviance)
                : absolute.SkillAgainst(rows, trainingMean, Losses.Absolute),
            Top5Share = WorstShare(squared.OfRows),
            IntervalCoverage = coverage?.All?.Value,
            TopDecileCoverage = coverage?.TopDecile?.Value,
            RangeLoss = coverage?.Loss?.Value,
            AboveCapShare = cap is { } largest && total > 0 ? Above(rows, largest) / total : null,
            DecileBins = deciles,
            DecileShares = total > 0 ? [.. deciles.Select(bin => bin.MeanLabel * bin.Rows / total.Value)] : [],
            Estimates = Known(
                (MetricNames.TweedieDeviance, MetricEstimate.Of(deviance?.Mean, deviance?.StandardError(rows))),
                (MetricNames.MeanAbsoluteError, MetricEstimate.Of(absolute.Mean, absolute.StandardError(rows))),
                (MetricNames.RootMeanSquaredLogError, MetricEstimate.Of(logarithmic?.Root, logarithmic?.StandardErrorOfRoot(rows))),
                (MetricNames.NormalisedGini, gini is null ? null : MetricEstimate.Of(gini.Value, rows.Clusters.StandardErrorOfMean(gini.Influences))),
                (MetricNames.TotalRatio, RatioEstimate.Of(rows, scores, rows.Labels)),
                (MetricNames.TopDecileShare, rows.HasNegativeLabels ? null : RatioEstimate.Of(rows, TopAmounts(rows, order, top), rows.Labels)),
                (MetricNames.IntervalCoverage, coverage?.All),
                (MetricNames.TopDecileCoverage, coverage?.TopDecile),
                (MetricNames.RangeLoss, coverage?.Loss)),
        };
    }

    /// <summary>The same beside what another forecast of the same rows gives.</summary>
    public AmountMetrics Beside(MetricEstimate? rhythmSkill) => rhythmSkill is null ? this : this with
    {
        RhythmSkill = rhythmSkill.Value,
        Estimates = new Dictionary<string, MetricEstimate>(Estimates) { [MetricNames.RhythmSkill] = rhythmSkill },
    };

    private static Dictionary<string, MetricEstimate> Known(params ReadOnlySpan<(string Name, MetricEstimate? Estimate)> estimates)
    {
        var known = new Dictionary<string, MetricEstimate>();
        foreach (var (name, estimate) in estimates)
        {
            if (estimate is not null)
                known.Add(name, estimate);
        }

        return known;
    }

    /// <summary>
    /// What each row adds to the top decile. Where its edge lies is chance too: a row above takes the place of one at the edge, and is
    /// worth what it holds beyond that one.
    /// </summary>
    private static double[] TopAmounts(LabelledRows rows, ReadOnlySpan<int> order, ReadOnlySpan<double> top)
    {
        double held = 0;
        foreach (double weight in top)
            held += weight;
        int edge = order.Length - (int)Math.Round(held);
        int reach = Math.Max(1, (int)(EdgeShare / 2 * order.Length));
        var near = order[Math.Max(0, edge - reach)..Math.Min(order.Length, edge + reach)];
        double atEdge = 0;
        foreach (int row in near)
            atEdge += rows.Labels[row] / near.Length;
        double[] amounts = new double[rows.Count];
        for (int row = 0; row < amounts.Length; row++)
            amounts[row] = (top[row] * rows.Labels[row]) - (atEdge * (top[row] - (held / rows.Count)));
        return amounts;
    }

    private static double Above(LabelledRows rows, double cap)
    {
        double above = 0;
        foreach (double label in rows.Labels)
            above += Math.Max(0, label - cap);
        return above;
    }

    private static double Spread(LabelledRows rows)
    {
        double sum = 0;
        foreach (double label in rows.Labels)
            sum += Losses.Squared(label, rows.Mean!.Value);
        return sum;
    }

    private static double? WorstShare(ReadOnlySpan<double> squaredErrors)
    {
        var worst = new PriorityQueue<double, double>(HeavyRows + 1);
        double total = 0;
        foreach (double error in squaredErrors)
        {
            total += error;
            worst.Enqueue(error, error);
            if (worst.Count > HeavyRows)
                worst.Dequeue();
        }
        return total > 0 ? worst.UnorderedItems.Sum(item => item.Element) / total : null;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum;
    }
}
