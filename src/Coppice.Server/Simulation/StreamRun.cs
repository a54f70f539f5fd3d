using Coppice.Client;
using Coppice.Forests;
using Coppice.Server.Evaluation;
using Coppice.Server.Learners;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Simulation;

/// <summary>One arm over one stream, on the thread of its training job.</summary>
internal sealed class StreamRun(TrainingData data, Recipe recipe, StreamArm arm, int first, int batch, int window, TimeProvider time)
{
    private const int RefreshTrees = 20;
    private const int GrowTrees = 50;

    private readonly ILearner _learner = ILearner.For(recipe);
    private readonly List<double> _seconds = [];
    private long _sinceStructure;

    public ArmResult Play(CancellationToken cancellationToken)
    {
        var context = new FitContext(42, (_, _, _) => { }, cancellationToken);
        var fit = _learner.FitFull(Weighted(data.Take(Places(0, first))), context);
        double[] scores = new double[data.Rows - first];
        for (int start = first; start < data.Rows; start += batch)
        {
            int end = Math.Min(start + batch, data.Rows);
            Score(fit, start, end).CopyTo(scores, start - first);
            if (arm.Name == StreamArm.Static)
                continue;
            long began = time.GetTimestamp();
            fit = Update(fit, start, end, context);
            _seconds.Add(time.GetElapsedTime(began).TotalSeconds);
        }

        return Result(fit, scores);
    }

    private FittedModel Update(FittedModel fit, int start, int end, FitContext context)
    {
        switch (arm.Name)
        {
            case StreamArm.Full:
                return _learner.FitFull(Weighted(data.Take(Places(0, end))), context);
            case StreamArm.Window:
                return _learner.FitFull(data.Take(Places(Math.Max(0, end - window), end)), context);
            case StreamArm.Grow:
                return _learner.FitIncremental(data.Take(Places(start, end)), fit, new IncrementalUpdate(IncrementalMethod.Grow, GrowTrees, Places(0, end - start)), context);
            default:
                return Refresh(fit, start, end, context);
        }
    }

    /// <summary>Methods 3.3: once as many rows have come as the structure was learnt from, the structure is learnt anew.</summary>
    private FittedModel Refresh(FittedModel fit, int start, int end, FitContext context)
    {
        _sinceStructure += end - start;
        int from = (int)Math.Max(0, Math.Min(start, end - Math.Max(fit.StructuralRows / 2, 2_000)));
        if (_sinceStructure >= fit.StructuralRows)
        {
            _sinceStructure = 0;
            return _learner.FitFull(Weighted(data.Take(Places(0, end))), context);
        }

        int[] news = Places(start - from, end - from);
        return _learner.FitIncremental(data.Take(Places(from, end)), fit, new IncrementalUpdate(IncrementalMethod.Refresh, RefreshTrees, news), context);
    }

    private double[] Score(FittedModel fit, int start, int end)
    {
        var rows = data.Features.Take(Places(start, end));
        float[] margins = new float[rows.Rows];
        ForestScorer.Compile(Forest.Read(fit.Model)).Margins(rows.Values, margins);
        return Array.ConvertAll(margins, margin => fit.Calibration.Apply(margin));
    }

    private ArmResult Result(FittedModel fit, double[] scores)
    {
        double[] truth = Array.ConvertAll(data.Labels[first..], y => (double)y);
        var rows = new LabelledRows(truth, data.CustomerIds[first..]);
        var metrics = ModelMeasurement.Of(data.Predicts, rows, scores, fit.Prior).Values();
        double[] seconds = _seconds.Count == 0 ? [0] : [.. _seconds];
        string loss = PrimaryMetric.Of(data.Predicts);
        return new ArmResult(
            arm.Name,
            scores.Length,
            metrics[loss] ?? double.NaN,
            metrics.GetValueOrDefault(MetricNames.Auc),
            metrics.GetValueOrDefault(MetricNames.Accuracy),
            OrderStatistics.Quantile(seconds, 0.5),
            seconds.Max(),
            fit.Trees,
            [.. Enumerable.Range(0, (scores.Length + batch - 1) / batch).Select(i => Batch(truth, scores, i * batch, Math.Min((i + 1) * batch, scores.Length)))]);
    }

    private BatchResult Batch(double[] truth, double[] scores, int start, int end)
    {
        double loss = 0;
        for (int i = start; i < end; i++)
            loss += data.Predicts == PredictionKind.Probability ? Losses.Log(truth[i], scores[i]) : Losses.TweedieDeviance(truth[i], scores[i]);
        return new BatchResult(end - start, truth[start..end].Average(), scores[start..end].Average(), loss / (end - start));
    }

    /// <summary>Older rows count less, as in every full retrain.</summary>
    private static TrainingData Weighted(TrainingData rows)
    {
        double halving = 2 * Math.Clamp(0.5 * rows.Rows, 2_000, 50_000);
        return rows with { Weights = [.. Enumerable.Range(0, rows.Rows).Select(i => (float)Math.Pow(2, -(rows.Rows - 1 - i) / halving))] };
    }

    private static int[] Places(int start, int end) => [.. Enumerable.Range(start, end - start)];
}
