using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Audit;
using Coppice.Server.Deployments;
using Coppice.Server.Evaluation;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

/// <summary>
/// Holds the champion against the champions before it and the newest challenger, on the freshest labels that none of them has seen.
/// It learns nothing and promotes nobody: it says whether somebody should look.
/// </summary>
public sealed class ComparisonRun(
    Database database,
    DeploymentStore deployments,
    VersionStore versions,
    VersionLoader loader,
    LabelStore labels,
    ExampleInputs examples,
    RunStore runs,
    AuditStore audit,
    TimeProvider time)
{
    private const int FewestRows = 30;
    private const int MostRivals = 3;

    internal Run Execute(Run run, ModelDefinition model, StepClock steps, LiveRun live, CancellationToken cancellation)
    {
        steps.Enter("compare", "");
        var result = database.Read(session => Compare(session, run.ModelId, model));
        cancellation.ThrowIfCancellationRequested();
        run = run with
        {
            State = RunStates.Done,
            FinishedAt = time.GetUtcNow(),
            Result = JsonSerializer.Serialize(result with { Steps = steps.Finish().Steps }, CoppiceJson.Options),
        };
        database.Write(session =>
        {
            runs.Finish(session, run);
            live.Log.End(session, result.Sentence);
            audit.Append(session, run.Actor, "compare", model.Name, new { run = run.Id, result.Sentence });
        });
        return run;
    }

    private RunResult Compare(Session session, long modelId, ModelDefinition model)
    {
        if (deployments.Latest(session, modelId) is not { } line)
            throw new TrainingException(TrainingCodes.NothingToCompare, $"{model.Name} has no champion yet that could be compared.");
        var champion = loader.Load(session, versions.Find(session, line.ToId)!);
        var rivals = Rivals(session, modelId, champion.Version);
        if (rivals.Count == 0)
            return NotYet(champion, [], $"There is no other version yet to hold {champion.Number} against.");
        var rows = Rows(session, modelId, champion, rivals);
        if (rows.Count < FewestRows)
        {
            return NotYet(
                champion,
                rows,
                $"Nothing could be compared yet: {Newer(rows.Count)} than what {champion.Number} and {rivals[0].Number} have learnt from, and a comparison needs {FewestRows}. {champion.Number} stays.");
        }

        var labelled = LabelledRows.Of(rows);
        var scorer = new RowScorer(examples, session, model, rows);
        double[] scores = scorer.Score(champion);
        var compared = rivals.Select(rival => Compare(model, labelled, scores, champion, rival, scorer.Score(rival))).ToList();
        return Result(session, model, champion, rows, ModelMeasurement.Of(model, labelled, scores, champion), compared);
    }

    private static RivalResult Compare(ModelDefinition model, LabelledRows rows, double[] scores, LoadedVersion champion, LoadedVersion rival, double[] rivalScores)
    {
        var comparisons = VersionComparison.Of(model, rows, scores, rivalScores);
        string sentence = $"{rival.Number} cannot be told from {champion.Number}";
        if (comparisons is [{ Improvement: { } better, HalfWidth: { } half } main, ..] && Math.Abs(better) > half)
            sentence = $"{rival.Number} is {(better > 0 ? "better" : "worse")} than {champion.Number} by {Math.Abs(better):0.0000} ±{half:0.0000} in {MetricDefinition.Find(model.Predicts, main.Metric)!.DisplayName}";
        return new RivalResult(rival.Number, comparisons, sentence);
    }

    private RunResult Result(Session session, ModelDefinition model, LoadedVersion champion, IReadOnlyList<Label> rows, ModelMetrics metrics, List<RivalResult> compared)
    {
        var better = compared.Where(r => r.Comparisons is [{ Improvement: { } gain, HalfWidth: { } half }, ..] && gain > half).ToList();
        string sentence = better.Count == 0
            ? $"{champion.Number} holds: {string.Join("; ", compared.Select(r => r.Sentence))}."
            : $"{champion.Number} is no longer the best: {string.Join("; ", better.Select(r => r.Sentence))}. {WayTo(session, model, champion.Version.ModelId, better[0].Version)}";
        var leader = better.FirstOrDefault() ?? compared[0];
        return Result(champion, rows, better.Count == 0 ? "holds" : "surpassed", sentence) with
        {
            Against = leader.Version,
            Metrics = metrics.Values(),
            Bands = MetricDescription.Bands(metrics.Estimates),
            Deciles = MetricDescription.Deciles(metrics),
            Comparisons = leader.Comparisons,
            Rivals = compared,
        };
    }

    private string WayTo(Session session, ModelDefinition model, long modelId, string number) =>
        deployments.WasChampion(session, versions.Find(session, modelId, VersionNumber.Parse(number))!.Id)
            ? $"coppice rollback {model.Name} --to {number} returns to it."
            : $"coppice promote {model.Name} {number} makes it the champion.";

    /// <summary>That there is too little to go by yet is an answer, not a failure.</summary>
    private static RunResult NotYet(LoadedVersion champion, IReadOnlyList<Label> rows, string sentence) => Result(champion, rows, "not_enough_data", sentence);

    private static RunResult Result(LoadedVersion champion, IReadOnlyList<Label> rows, string code, string sentence) => new(
        champion.Number,
        null,
        "compared",
        code,
        sentence,
        0,
        0,
        rows.Count,
        rows.Count(r => r.Value > 0),
        new Dictionary<string, double?>(),
        [],
        [],
        null,
        null,
        [])
    {
        Rivals = [],
    };

    private static string Newer(int labels) => labels switch
    {
        0 => "no label is newer",
        1 => "1 label is newer",
        _ => $"{labels} labels are newer",
    };

    /// <summary>The newest champions before this one, and the newest version of all where it is not among them.</summary>
    private List<LoadedVersion> Rivals(Session session, long modelId, ModelVersion champion)
    {
        var earlier = deployments.Earlier(session, modelId).Distinct().Where(id => id != champion.Id).Take(MostRivals).Select(id => versions.Find(session, id)!);
        return [.. earlier
            .Concat(versions.List(session, modelId).Take(1))
            .Where(v => v.PrunedAt is null && v.Id != champion.Id)
            .DistinctBy(v => v.Id)
            .Select(v => loader.Load(session, v))];
    }

    /// <summary>Rows newer than what any of them has seen; a newest challenger that has seen nearly everything gives way to the others.</summary>
    private IReadOnlyList<Label> Rows(Session session, long modelId, LoadedVersion champion, List<LoadedVersion> rivals)
    {
        long now = time.GetUtcNow().ToMicroseconds();
        var rows = labels.MaturedAfter(session, modelId, Newest(champion, rivals), now);
        while (rows.Count < FewestRows && rivals.Count > 1)
        {
            rivals.Remove(rivals.MaxBy(r => r.Version.Watermark)!);
            rows = labels.MaturedAfter(session, modelId, Newest(champion, rivals), now);
        }

        return rows;
    }

    private static long Newest(LoadedVersion champion, List<LoadedVersion> rivals) => Math.Max(champion.Version.Watermark, rivals.Max(r => r.Version.Watermark));
}
