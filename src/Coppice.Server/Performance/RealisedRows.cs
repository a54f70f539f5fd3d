using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Performance;

/// <summary>Answers as they were served beside what came true, in the order in which their labels matured.</summary>
public sealed class RealisedRows
{
    private static readonly string[] OfProbabilities = [MetricNames.Auc, MetricNames.LogLoss, MetricNames.Accuracy, MetricNames.Brier];

    private static readonly string[] OfAmounts =
        [MetricNames.TopDecileShare, MetricNames.NormalisedGini, MetricNames.TweedieDeviance, MetricNames.MeanAbsoluteError, MetricNames.RootMeanSquaredLogError, MetricNames.TotalRatio];

    private readonly List<long> _customers = [];
    private readonly List<double> _labels = [];
    private readonly List<double> _scores = [];
    private readonly List<long> _versions = [];

    public int Count => _labels.Count;

    public int Positives => _labels.Count(label => label > 0);

    /// <summary>Metrics that are followed, the one shown first at the head.</summary>
    public static IReadOnlyList<string> Followed(PredictionKind kind) => kind == PredictionKind.Probability ? OfProbabilities : OfAmounts;

    public void Add(long customer, double label, double score, long version)
    {
        _customers.Add(customer);
        _labels.Add(label);
        _scores.Add(score);
        _versions.Add(version);
    }

    /// <summary>Only what one version answered.</summary>
    public RealisedRows OfVersion(long version)
    {
        var rows = new RealisedRows();
        for (int row = 0; row < Count; row++)
        {
            if (_versions[row] == version)
                rows.Add(_customers[row], _labels[row], _scores[row], version);
        }

        return rows;
    }

    public IReadOnlyDictionary<string, RealisedMetric> Metrics(PredictionKind kind) => Metrics(kind, [.. _labels], [.. _scores], [.. _customers]);

    /// <summary>A week of them, beside the easy answers.</summary>
    /// <param name="kind">A probability or an amount.</param>
    /// <param name="priorOf">The constant that a version learnt from; null where it is not known.</param>
    public PerformanceWeek Measure(PredictionKind kind, Func<long, double?> priorOf)
    {
        var versions = _versions.CountBy(version => version).OrderByDescending(v => v.Value).ThenBy(v => v.Key).ToList();
        double[] calls = [.. _scores.Select(score => score >= BinaryMetrics.DefaultThreshold ? 1.0 : 0)];
        bool isBinary = kind == PredictionKind.Probability;
        return new PerformanceWeek(
            Count,
            Positives,
            Metrics(kind),
            Constant(kind, versions.Count == 0 ? null : priorOf(versions[0].Key)),
            NoChange(kind),
            isBinary ? Kappa.OverChance([.. _labels], calls) : null,
            isBinary ? Kappa.OverPersistence([.. _labels], calls) : null,
            [.. versions.Select(v => versions.Count == 1 ? Alone(kind, v.Key) : OfVersion(v.Key).Alone(kind, v.Key))]);
    }

    private VersionWeek Alone(PredictionKind kind, long version) => new(version, Count, Positives, Metrics(kind));

    private Dictionary<string, RealisedMetric> Constant(PredictionKind kind, double? prior) => prior is { } constant
        ? Metrics(kind, [.. _labels], [.. Enumerable.Repeat(constant, Count)], [.. _customers])
        : [];

    /// <summary>The first row has no label before it. A certain answer that is wrong has no log-loss.</summary>
    private Dictionary<string, RealisedMetric> NoChange(PredictionKind kind) => Count < 2
        ? []
        : Metrics(kind, [.. _labels.Skip(1)], [.. _labels.SkipLast(1)], [.. _customers.Skip(1)]).Where(m => m.Key != MetricNames.LogLoss).ToDictionary();

    private static Dictionary<string, RealisedMetric> Metrics(PredictionKind kind, double[] labels, double[] scores, long[] customers)
    {
        // The constant matters to skill alone, which is not followed.
        var metrics = ModelMeasurement.Of(kind, new LabelledRows(labels, customers), scores, trainingMean: 0.5);
        var found = new Dictionary<string, RealisedMetric>();
        foreach (string name in Followed(kind))
        {
            if (MetricDefinition.Find(kind, name)!.ValueOf(metrics) is { } value && double.IsFinite(value))
                found.Add(name, new RealisedMetric(value, metrics.Estimates.GetValueOrDefault(name)?.StandardError));
        }

        return found;
    }
}
