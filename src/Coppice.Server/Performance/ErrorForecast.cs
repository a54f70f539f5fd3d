using System.Globalization;
using Coppice.Forests;
using Coppice.Server.Evaluation;
using Coppice.Server.Evaluation.Estimates;
using Coppice.Server.Features;
using Coppice.Server.Statistics.Samples;
using Coppice.XGBoost;

namespace Coppice.Server.Performance;

/// <summary>
/// Trees that tell from its inputs and from itself how far off an amount will be, learnt from answers as they were served and what came true (DLE,
/// methods 5.3). Blind to a change of what makes an amount.
/// </summary>
internal sealed class ErrorForecast
{
    private const int Trees = 100;

    private readonly Learnt _absolute;
    private readonly Learnt _logarithmic;

    private ErrorForecast(Learnt absolute, Learnt logarithmic)
    {
        _absolute = absolute;
        _logarithmic = logarithmic;
    }

    /// <summary>The metrics that can be told beforehand: the squared error hangs on the few largest amounts, and nothing foresees those.</summary>
    public static IReadOnlyList<string> Metrics { get; } = [MetricNames.MeanAbsoluteError, MetricNames.RootMeanSquaredLogError];

    /// <summary>Runs on the one thread of a training job.</summary>
    /// <param name="rows">Answers whose truth nobody knew when they were given.</param>
    /// <param name="cancellation">Stops it.</param>
    public static ErrorForecast Learn(ErrorRows rows, CancellationToken cancellation)
    {
        float[] values = Beside(rows.Features, rows.Said);
        int columns = rows.Features.Width + 1;
        var (absolute, logarithmic) = rows.Errors();
        // Both kinds of error are learnt from the same inputs: these are cut into bins once.
        using var training = TrainingMatrix.FromDense(values, absolute.Length, columns);
        return new ErrorForecast(Learn(training, absolute, cancellation), Learn(training, logarithmic, cancellation));
    }

    /// <summary>What is expected of answers without truth, by metric.</summary>
    public IReadOnlyDictionary<string, MetricEstimate> Of(FeatureMatrix features, double[] said)
    {
        float[] values = Beside(features, said);
        double[] absolute = _absolute.Expect(values, said.Length);
        var estimates = new Dictionary<string, MetricEstimate>();
        if (EstimatedAmountMetrics.Of(absolute, absolute, _absolute.Spread).MeanAbsoluteError is { } mean)
            estimates.Add(MetricNames.MeanAbsoluteError, mean);
        if (EstimatedAmountMetrics.RootMeanSquaredLog(_logarithmic.Expect(values, said.Length), _logarithmic.Spread) is { } root)
            estimates.Add(MetricNames.RootMeanSquaredLogError, root);
        return estimates;
    }

    private static Learnt Learn(TrainingMatrix training, double[] errors, CancellationToken cancellation)
    {
        double mean = errors.Average();
        var parameters = new Dictionary<string, string>
        {
            ["objective"] = "reg:squarederror",
            ["tree_method"] = "hist",
            ["max_depth"] = "3",
            ["eta"] = "0.1",
            ["max_bin"] = "64",
            ["min_child_weight"] = "20",
            ["base_score"] = mean.ToString("R", CultureInfo.InvariantCulture),
            ["nthread"] = "1",
            ["seed"] = "53",
        };
        training.SetLabels([.. errors.Select(error => (float)error)]);
        using var booster = Booster.Create(parameters);
        booster.Train(training, Trees, null, cancellation);
        return new Learnt(ForestScorer.Compile(Forest.Read(booster.Save(ModelFormat.Ubjson))), Wasserstein.Deviation(errors));
    }

    /// <summary>The inputs of each row, and after them what was answered.</summary>
    private static float[] Beside(FeatureMatrix features, double[] said)
    {
        float[] values = new float[features.Rows * (features.Width + 1)];
        for (int row = 0; row < features.Rows; row++)
        {
            var target = values.AsSpan(row * (features.Width + 1), features.Width + 1);
            features.Row(row).CopyTo(target);
            target[^1] = (float)said[row];
        }

        return values;
    }

    /// <summary>Trees for one kind of error, and how far such errors lie apart.</summary>
    private sealed record Learnt(ForestScorer Scorer, double Spread)
    {
        public double[] Expect(float[] values, int rows)
        {
            float[] expected = new float[rows];
            Scorer.Values(values, expected);
            return Array.ConvertAll(expected, error => (double)error);
        }
    }
}
