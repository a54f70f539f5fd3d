using System.Collections.Concurrent;
using Coppice.Client;
using Coppice.Server.Evaluation;
using Coppice.Server.Features;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Performance;

/// <summary>What is expected of the amounts of one model whose truth is still to come.</summary>
internal sealed class ErrorOutlook(PerformanceStore store, ExampleInputs examples, ModelDefinition model, LoadedVersion champion, (ErrorForecast Forecast, IReadOnlyDictionary<string, double> Bias) learnt)
{
    private const int MostOfAWeek = 1_000;

    private readonly ConcurrentDictionary<long, (long Open, int Rows, IReadOnlyDictionary<string, MetricEstimate> Expected)> _weeks = new();

    /// <summary>A week is looked at again when the number of its answers without truth has changed.</summary>
    public EstimatedMetric? Of(Session session, OpenAnswers open, long week, long count, string metric)
    {
        if (!_weeks.TryGetValue(week, out var known) || known.Open != count)
        {
            var rows = store.OpenRows(session, open, week, MostOfAWeek);
            known = (count, rows.Count, rows.Count == 0 ? new Dictionary<string, MetricEstimate>() : learnt.Forecast.Of(Features(session, examples, model, champion, rows), [.. rows.Select(row => row.Said)]));
            _weeks[week] = known;
        }

        return known.Rows >= OpenWeeks.FewestEstimated && known.Expected.GetValueOrDefault(metric) is { } expected
            ? new EstimatedMetric(metric, expected.Value, expected.HalfWidth, known.Rows) { Bias = learnt.Bias.TryGetValue(metric, out double bias) ? bias : null }
            : null;
    }

    /// <summary>Answers as the champion sees what they were made from.</summary>
    public static FeatureMatrix Features(Session session, ExampleInputs examples, ModelDefinition model, LoadedVersion champion, IReadOnlyList<AskedRow> rows) =>
        champion.Pipeline.Transform(examples.Read(session, model, champion.Pipeline.Inputs, [.. rows.Select(row => row.Row)]), [.. rows.Select(row => row.Row.AsOf)]);
}
