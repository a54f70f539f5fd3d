using Coppice.Client;
using Coppice.Server.Evaluation;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>Scores champion, challenger and anchor on the fresh block and lets the gates decide.</summary>
public sealed class JudgeChallenger(ExampleInputs examples, LatestInputsReader latestInputs, ArtifactStore artifacts, TimeProvider time)
{
    public Judgement Run(Session session, JudgementRequest request)
    {
        var model = request.Model;
        var block = new RowScorer(examples, session, model, request.Block);
        var features = block.Features(request.Challenger);
        var latest = Latest(session, request);
        var rows = new JudgementRows
        {
            Kind = model.Predicts,
            Labels = [.. request.Block.Select(l => l.Value)],
            Customers = [.. request.Block.Select(l => l.CustomerId)],
            ChallengerScores = request.Challenger.Score(features),
            ChampionScores = request.Champion is { } champion ? block.Score(champion) : null,
            AnchorScores = request.Anchor is { } anchor ? block.Score(anchor) : null,
            TrainingMean = request.TrainingMean,
            BaselineScores = request.Baseline is { } baseline ? block.Score(baseline, request.Challenger) : null,
            Segments = request.Champion is null ? [] : BlockSegments.Of(request.Challenger.Pipeline, features),
            Past = request.Champion is { } past && request.Past.Rows.Count > 0 ? Score(session, request, past) : null,
            FreshnessReason = request.FreshnessReason,
            SnapshotChampionScores = latest?.Champion.Scores ?? [],
            SnapshotChallengerScores = latest?.Challenger.Scores ?? [],
            Footprint = FootprintMeter.Measure(request.Challenger, request.Bytes, block.Inputs(request.Challenger), block.AsOf, time),
            LineageOverlap = request.LineageOverlap,
            EarlierDecisions = request.EarlierDecisions,
        };
        var facts = JudgementFacts.Measure(rows, request.Options) with { DataFindings = request.DataFindings };
        return Report(request, rows, facts, DecisionRule.Of(request.Options).Decide(facts)) with
        {
            Shock = facts.Shock is { } shock ? Describe(request, facts, shock, latest, block, rows) : null,
            Footprint = facts.Footprint is { } taken ? FootprintWords.Describe(taken, ChampionFootprint(session, request, block)) : null,
            Scores = rows.ChallengerScores,
            Threshold = ThresholdCheck.Of(model, rows.Labels, rows.ChallengerScores),
            Quick = request.Challenger.Quick is { } quick ? Measure(model, rows, block.Score(quick), quick).Values() : null,
        };
    }

    private PastRows Score(Session session, JudgementRequest request, LoadedVersion champion)
    {
        var scorer = new RowScorer(examples, session, request.Model, request.Past.Rows);
        var features = scorer.Features(request.Challenger);
        return new PastRows(request.Past, scorer.Score(champion), request.Challenger.Score(features)) { Segments = BlockSegments.Of(request.Challenger.Pipeline, features) };
    }

    /// <summary>Both on customers as they are now; null where they cannot be scored without an upload.</summary>
    private ShockRows? Latest(Session session, JudgementRequest request)
    {
        if (request.Champion is not { } champion || latestInputs.Read(session, request.Model, request.Challenger.Pipeline.Inputs, request.Now) is not { } latest)
            return null;
        return new ShockRows(
            new ScoredCustomers(champion, latest.For(session, champion.Pipeline.Inputs), latest.AsOf),
            new ScoredCustomers(request.Challenger, latest.Table, latest.AsOf),
            [.. latest.Keys.Select(key => key.CustomerId)]);
    }

    private static ShockResponse Describe(JudgementRequest request, JudgementFacts facts, ScoreShock shock, ShockRows? latest, RowScorer block, JudgementRows rows)
    {
        var scored = facts.DriftSource == DriftSource.Snapshot && latest is not null ? latest : new ShockRows(
            new ScoredCustomers(request.Champion!, block.Inputs(request.Champion!), block.AsOf, rows.ChampionScores),
            new ScoredCustomers(request.Challenger, block.Inputs(request.Challenger), block.AsOf, rows.ChallengerScores),
            rows.Customers);
        return ShockWords.Describe(shock, facts.DriftSource, request.Options.MaxCrossingOf(request.Model.Predicts)) with
        {
            LargestMoves = TopMovers.Unnamed(scored.Champion, scored.Challenger, scored.Who),
        };
    }

    /// <summary>On the rows, and at the time, that the challenger was measured: another day's machine would say something else.</summary>
    private Footprint? ChampionFootprint(Session session, JudgementRequest request, RowScorer block) => request.Champion is { } champion
        ? FootprintMeter.Measure(
            champion, artifacts.Size(session, champion.Version.ModelHash) + artifacts.Size(session, champion.Version.PipelineHash), block.Inputs(champion), block.AsOf, time)
        : null;

    private static Judgement Report(JudgementRequest request, JudgementRows rows, JudgementFacts facts, Decision decision)
    {
        var metrics = Measure(request.Model, rows, rows.ChallengerScores, request.Challenger);
        if (metrics is AmountMetrics amounts)
            metrics = amounts.Beside(facts.RhythmSkill);
        return new Judgement(
            decision,
            metrics,
            rows.ChampionScores is { } champion ? VersionComparison.Of(request.Model, new LabelledRows(rows.Labels, rows.Customers), champion, rows.ChallengerScores) : [],
            facts.Drift?.MeanAbsolute,
            rows.ChampionScores is { Length: > 0 } old ? Deciles.CountChanges(old, rows.ChallengerScores) : null,
            facts.AgainstChampion)
        {
            Eras = [.. facts.Eras.Select(EraWords.Describe)],
            Segments = facts.Segments,
        };
    }

    private static ModelMetrics Measure(ModelDefinition model, JudgementRows rows, double[] scores, LoadedVersion version) =>
        ModelMeasurement.Of(model, new LabelledRows(rows.Labels, rows.Customers), scores, version);
}
