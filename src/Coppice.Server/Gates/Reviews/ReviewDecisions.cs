using Coppice.Server.Evaluation;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Statistics;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates.Reviews;

/// <summary>
/// Was the gate right? Scores both sides of the last decisions that are not settled yet on the labels that matured since, which neither has seen: what was
/// held or rejected as well as what it lost to.
/// </summary>
public sealed class ReviewDecisions(
    Database database,
    DefinitionInForce workspace,
    DecisionStore decisions,
    ReviewStore reviews,
    VersionStore versions,
    VersionLoader loader,
    LabelStore labels,
    ExampleInputs examples,
    TimeProvider time)
{
    /// <summary>Decisions that may still be settled; older ones stay as they are.</summary>
    private const int MostOpen = 3;

    /// <summary>Fewer say nothing.</summary>
    private const int FewestRows = 100;

    /// <summary>The newest; more would not change a verdict.</summary>
    private const int MostRows = 5_000;

    private static readonly double TwoSided = Distributions.NormalQuantile(1 - ReviewRule.SignificanceLevel);

    /// <summary>How many decisions were looked at again.</summary>
    public Task<int> RunAsync(ModelDefinition model, long modelId, CancellationToken cancellationToken)
    {
        var found = database.Read(session => Open(session, modelId)
            .TakeWhile(_ => !cancellationToken.IsCancellationRequested)
            .Select(open => Review(session, model, open.Decision, open.Earlier))
            .OfType<DecisionReview>()
            .ToList());
        if (found.Count > 0)
        {
            database.Write(session =>
            {
                foreach (var review in found)
                    reviews.Add(session, review);
            });
        }

        return Task.FromResult(found.Count);
    }

    private IEnumerable<(DecisionRecord Decision, DecisionReview? Earlier)> Open(Session session, long modelId)
    {
        var newest = reviews.Newest(session, modelId);
        return decisions.List(session, modelId)
            .Where(decision => decision.ChampionId is { } champion && champion != decision.VersionId)
            .Take(MostOpen)
            .Select(decision => (decision, newest.GetValueOrDefault(decision.Id)))
            .Where(open => open.Item2 is null or { Verdict: ReviewVerdicts.CannotTell });
    }

    private DecisionReview? Review(Session session, ModelDefinition model, DecisionRecord decision, DecisionReview? earlier)
    {
        var challenger = versions.Find(session, decision.VersionId)!;
        var champion = versions.Find(session, decision.ChampionId!.Value)!;
        if (challenger.PrunedAt is not null || champion.PrunedAt is not null)
            return null;
        var rows = Since(session, decision, challenger, champion);
        if (rows.Count < FewestRows || rows.Count == earlier?.Rows)
            return null;
        bool promoted = decision.Decision == GateWords.Of(DecisionOutcome.Promote);
        var scorer = new RowScorer(examples, session, model, rows);
        double[] ofChallenger = scorer.Score(loader.Load(session, challenger));
        double[] ofChampion = scorer.Score(loader.Load(session, champion));
        var (lost, won) = promoted ? (ofChampion, ofChallenger) : (ofChallenger, ofChampion);
        var labelled = LabelledRows.Of(rows);
        var comparison = new ScoreComparison(labelled, lost, won, ReviewRule.SignificanceLevel);
        string metric = PrimaryMetric.Of(model.Predicts);
        if (comparison.By(metric) is not { StandardError: { } error } difference)
            return null;
        var saved = model.Costs is { } costs ? comparison.ByValue(costs) : null;
        return new DecisionReview
        {
            ModelId = decision.ModelId,
            DecisionId = decision.Id,
            ReviewedAt = time.GetUtcNow(),
            Rows = rows.Count,
            Verdict = ReviewRule.Of(difference, workspace.Gates.Margin),
            Metric = metric,
            Difference = difference.Improvement,
            HalfWidth = TwoSided * error,
            Saved = saved?.Improvement,
            SavedHalfWidth = saved is null ? null : TwoSided * saved.StandardError,
        };
    }

    /// <summary>Labels newer than what decided and than what either side has learnt from.</summary>
    /// <exception cref="InvalidOperationException">A side has seen one of them all the same: its lineage is broken, and nothing it is reviewed on would mean anything.</exception>
    private List<Label> Since(Session session, DecisionRecord decision, ModelVersion challenger, ModelVersion champion)
    {
        long newest = Math.Max(decision.BlockUntil, Math.Max(challenger.Watermark, champion.Watermark));
        List<Label> rows = [.. labels.MaturedAfter(session, decision.ModelId, newest, time.GetUtcNow().ToMicroseconds()).OrderByDescending(l => l.AsOf).ThenBy(l => l.Id).Take(MostRows)];
        var ids = rows.Select(l => l.Id).ToList();
        int seen = loader.LoadLineage(session, challenger).CountOverlap(ids) + loader.LoadLineage(session, champion).CountOverlap(ids);
        return seen == 0 ? rows : throw new InvalidOperationException($"{seen} labels newer than {challenger.Number} and {champion.Number} are among what they have learnt from; expected none.");
    }
}
