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
    private const int MostAsked = 1_000;

    /// <summary>Expectations that were off by more than this share of themselves are not trusted.</summary>
    private const double Far = 0.1;

    private readonly ConcurrentDictionary<long, (long Open, int Rows, IReadOnlyDictionary<string, MetricEstimate> Expected)> _weeks = new();

    /// <summary>Whose amounts it is about.</summary>
    public long VersionId => champion.Version.Id;

    /// <summary>A week is looked at again when the number of its answers without truth has changed.</summary>
    public EstimatedMetric? Of(Session session, OpenAnswers open, long week, long count, string metric)
    {
        if (!_weeks.TryGetValue(week, out var known) || known.Open != count)
        {
            var rows = store.OpenRows(session, open, week, MostAsked);
            known = (count, rows.Count, Expect(session, rows));
            _weeks[week] = known;
        }

        return Told(known.Rows, known.Expected, metric);
    }

    /// <summary>Of the newest open answers that the champion gave itself.</summary>
    public EstimatedMetric? Newest(Session session, OpenAnswers open, string metric)
    {
        var rows = store.NewestOpenRows(session, open, VersionId, MostAsked);
        return Told(rows.Count, Expect(session, rows), metric);
    }

    /// <summary>Answers as the champion sees what they were made from.</summary>
    public static FeatureMatrix Features(Session session, ExampleInputs examples, ModelDefinition model, LoadedVersion champion, IReadOnlyList<AskedRow> rows) =>
        champion.Pipeline.Transform(examples.Read(session, model, champion.Pipeline.Inputs, [.. rows.Select(row => row.Row)]), [.. rows.Select(row => row.Row.AsOf)]);

    private IReadOnlyDictionary<string, MetricEstimate> Expect(Session session, IReadOnlyList<AskedRow> rows) => rows.Count < OpenWeeks.FewestEstimated
        ? new Dictionary<string, MetricEstimate>()
        : learnt.Forecast.Of(Features(session, examples, model, champion, rows), [.. rows.Select(row => row.Said)]);

    private EstimatedMetric? Told(int rows, IReadOnlyDictionary<string, MetricEstimate> estimates, string metric)
    {
        if (estimates.GetValueOrDefault(metric) is not { } expected)
            return null;
        double? bias = learnt.Bias.TryGetValue(metric, out double off) ? off : null;
        return new EstimatedMetric(metric, expected.Value, expected.HalfWidth, rows) { Bias = bias, IsTrusted = Math.Abs(bias ?? 0) <= Far * expected.Value };
    }
}
