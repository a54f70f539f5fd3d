using Coppice.Client;
using Coppice.Server.Deployments;
using Coppice.Server.Evaluation;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Triggers;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Simulation;

/// <summary>Takes the decisions of a replay and counts what came of them.</summary>
internal sealed class ReplayScore(ScratchWorkspace scratch, ModelDefinition model)
{
    private readonly List<double> _truth = [];
    private readonly List<long> _customers = [];
    private readonly List<double> _live = [];
    private readonly List<double> _never = [];
    private readonly string _metric = ModelMeasurement.Headline(model.Predicts);
    private LoadedVersion? _firstChampion;
    private int _runs;
    private int _promotions;
    private int _holds;
    private int _rejections;
    private int _rollBacks;
    private double _seconds;
    private long _scoredUntil = long.MinValue;

    /// <summary>What the policy does on a day on which enough has matured.</summary>
    public async Task<IReadOnlyList<ReplayLine>> DecideAsync(DateTimeOffset day, double fraction, CancellationToken cancellationToken)
    {
        var lines = new List<ReplayLine>();
        long modelId = scratch.Get<ModelCatalog>().Number(model.Name);
        if (await scratch.Get<WatchChampion>().RunAsync(model, modelId, cancellationToken) is { } rollBack)
        {
            _rollBacks++;
            lines.Add(new ReplayLine("decision", fraction, day, $"rolled back: {rollBack.Reason}"));
        }

        ScoreWaiting(modelId, day);
        var run = await scratch.Get<RetrainModel>().RunAsync(model, new RetrainOptions(Strategies.Auto, TriggerNames.NewLabels, "policy", null), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        _runs++;
        var result = ReplayPolicy.ResultOf(run);
        if (result is null)
        {
            _holds++;
            lines.Add(new ReplayLine("decision", fraction, day, run.Error ?? run.State));
            return lines;
        }

        _seconds += result.Steps.Sum(s => s.Seconds);
        _promotions += result.Decision == "promoted" ? 1 : 0;
        _holds += result.Decision == "held" ? 1 : 0;
        _rejections += result.Decision == "rejected" ? 1 : 0;
        _firstChampion ??= Champion(modelId);
        lines.Add(new ReplayLine("decision", fraction, day, $"{result.Version} {run.Strategy} {result.Decision}: {result.Sentence}", Result: result));
        return lines;
    }

    public ReplaySummary Summary() => new(_runs, _promotions, _holds, _rejections, _rollBacks, Metric(_live), Metric(_never), _metric, _truth.Count, _seconds);

    public string Sentence() => Metric(_live) is { } live && Metric(_never) is { } never
        ? $"{_promotions} promotions in {_runs} runs: {_metric} {live:.000} on what was live, {never:.000} had the first champion stayed"
        : $"{_promotions} promotions in {_runs} runs; too little has matured since the first to compare";

    /// <summary>Fresh labels, by what was live when they matured and by the first champion: neither has seen them.</summary>
    private void ScoreWaiting(long modelId, DateTimeOffset day)
    {
        if (_firstChampion is null)
            return;
        scratch.Database.Read(session =>
        {
            var standing = scratch.Get<StandingReader>().Read(session, modelId, day.ToMicroseconds());
            var rows = FreshBlock.Next(standing.Labels, Math.Max(standing.Floor, _scoredUntil)).Block;
            if (rows.Count == 0 || standing.Champion is null)
                return 0;
            var scorer = new RowScorer(scratch.Get<ExampleInputs>(), session, model, rows);
            _live.AddRange(scorer.Score(standing.Champion));
            _never.AddRange(scorer.Score(_firstChampion));
            _truth.AddRange(rows.Select(r => r.Value));
            _customers.AddRange(rows.Select(r => r.CustomerId));
            _scoredUntil = rows.Max(r => r.AsOf);
            return 0;
        });
    }

    private LoadedVersion? Champion(long modelId) => scratch.Database.Read(session => scratch.Get<DeploymentStore>().Latest(session, modelId) is { } line
        ? scratch.Get<VersionLoader>().Load(session, scratch.Get<VersionStore>().Find(session, line.ToId)!)
        : null);

    private double? Metric(List<double> scores)
    {
        if (_truth.Count == 0)
            return null;
        var rows = new LabelledRows([.. _truth], [.. _customers]);
        return ModelMeasurement.Of(model.Predicts, rows, [.. scores], _truth.Average()).Values()[_metric];
    }
}
