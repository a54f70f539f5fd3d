using Coppice.Client;
using Coppice.Server.Evaluation;
using Coppice.Server.Http;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>Scores two versions on every matured label that neither has learnt from.</summary>
public sealed class CompareVersions(
    Database database,
    ModelStore models,
    VersionStore versions,
    VersionLoader loader,
    LabelStore labels,
    ExampleInputs examples,
    OverrideStore overrides,
    ShockReader shocks,
    TimeProvider time)
{
    private const int FewestRows = 30;

    public Task<CompareResponse> RunAsync(ModelDefinition model, VersionNumber first, VersionNumber second, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Read(session => Compare(session, model, first, second)));
    }

    private CompareResponse Compare(Session session, ModelDefinition model, VersionNumber first, VersionNumber second)
    {
        long modelId = models.Find(session, model.Name) ?? 0;
        var one = Load(session, modelId, model.Name, first);
        var other = Load(session, modelId, model.Name, second);
        var seenByOne = loader.LoadLineage(session, one.Version);
        var seenByOther = loader.LoadLineage(session, other.Version);
        long newest = Math.Max(one.Version.Watermark, other.Version.Watermark);
        var rows = labels.Matured(session, modelId, time.GetUtcNow().ToMicroseconds())
            .Where(l => l.Source != LabelSource.Synthetic && l.AsOf >= newest && !seenByOne.Contains(l.Id) && !seenByOther.Contains(l.Id))
            .ToList();
        if (rows.Count < FewestRows)
        {
            throw new RequestException(
                "COP-COMPARE-001",
                $"{rows.Count} matured labels are newer than what {first} and {second} have learnt from; a comparison needs at least {FewestRows}.",
                RefusalKind.Conflict);
        }

        var scorer = new RowScorer(examples, session, model, rows);
        double[] scoresOfOne = scorer.Score(one);
        double[] scoresOfOther = scorer.Score(other);
        var labelled = LabelledRows.Of(rows);
        var comparisons = VersionComparison.Of(model, labelled, scoresOfOne, scoresOfOther);
        return new CompareResponse(
            model.Name,
            first.ToString(),
            second.ToString(),
            rows.Count,
            labelled.Positives,
            UtcMicroseconds.ToTime(rows.Min(r => r.AsOf)),
            UtcMicroseconds.ToTime(rows.Max(r => r.AsOf)),
            comparisons,
            PredictionDrift.Of(model.Predicts, scoresOfOne, scoresOfOther).MeanAbsolute,
            Deciles.CountChanges(scoresOfOne, scoresOfOther),
            Sentence(model.Predicts, first, second, comparisons))
        {
            AddedFeatures = Inputs(other).Except(Inputs(one)).ToList(),
            RemovedFeatures = Inputs(one).Except(Inputs(other)).ToList(),
            Moved = ImportanceMoves.Between(Importance(one, scorer), Importance(other, scorer)),
            Shock = shocks.Read(session, model, one, other),
            Measured = [Measure(session, model, labelled, scoresOfOne, one), Measure(session, model, labelled, scoresOfOther, other)],
        };
    }

    private MeasuredVersion Measure(Session session, ModelDefinition model, LabelledRows rows, double[] scores, LoadedVersion version)
    {
        var metrics = ModelMeasurement.Of(model, rows, scores, version);
        return new MeasuredVersion(version.Number, metrics.Values(), MetricDescription.Bands(metrics.Estimates), MetricDescription.Deciles(metrics))
        {
            Override = overrides.OfVersion(session, version.Version.Id)?.Describe(),
        };
    }

    private static IEnumerable<string> Inputs(LoadedVersion version) => version.Pipeline.Encoders.Select(e => e.Column);

    private static IReadOnlyList<FeatureImportance> Importance(LoadedVersion version, RowScorer scorer) =>
        GlobalImportance.Of(version.Pipeline, version.Explainer, scorer.Features(version));

    private LoadedVersion Load(Session session, long modelId, string model, VersionNumber number) =>
        versions.Find(session, modelId, number) is { } version
            ? loader.Load(session, version)
            : throw new RequestException("COP-COMPARE-002", $"{model} has no version {number}.", RefusalKind.NotFound);

    private static string Sentence(PredictionKind kind, VersionNumber first, VersionNumber second, IReadOnlyList<MetricComparison> comparisons)
    {
        if (comparisons.Count == 0 || comparisons[0] is not { Improvement: { } better, HalfWidth: { } half } main)
            return "These rows cannot tell the two apart.";
        string metric = MetricDefinition.Find(kind, main.Metric)!.DisplayName;
        return Math.Abs(better) <= half
            ? $"No difference that these rows can tell from chance ({metric} {better:+0.0000;-0.0000} ±{half:0.0000})."
            : $"{(better > 0 ? second : first)} is better by {Math.Abs(better):0.0000} ±{half:0.0000} in {metric}.";
    }
}
