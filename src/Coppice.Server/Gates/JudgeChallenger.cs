using Coppice.Client;
using Coppice.Server.Evaluation;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>Scores champion, challenger and anchor on the fresh block and lets the gates decide.</summary>
public sealed class JudgeChallenger(ExampleInputs examples, LatestInputsReader latestInputs, TimeProvider time)
{
    public Judgement Run(Session session, JudgementRequest request)
    {
        var model = request.Model;
        var block = new RowScorer(examples, session, model, request.Block);
        var features = block.Features(request.Challenger);
        var latest = request.Champion is null ? null : latestInputs.Read(session, model, request.Challenger.Pipeline.Inputs, request.Now);
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
            SnapshotChampionScores = latest is null ? [] : request.Champion!.Score(latest.For(session, request.Champion.Pipeline.Inputs), latest.AsOf),
            SnapshotChallengerScores = latest is null ? [] : request.Challenger.Score(latest.Table, latest.AsOf),
            Footprint = FootprintMeter.Measure(request.Challenger, request.Bytes, block.Inputs(request.Challenger), block.AsOf, time),
            LineageOverlap = request.LineageOverlap,
            EarlierDecisions = request.EarlierDecisions,
        };
        var facts = JudgementFacts.Measure(rows, request.Options) with { DataFindings = request.DataFindings };
        return Report(request, rows, facts, DecisionRule.Of(request.Options).Decide(facts)) with
        {
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
            Shock = facts.Shock is { } shock ? ShockWords.Describe(shock, facts.DriftSource, request.Options.MaxCrossingOf(request.Model.Predicts)) : null,
            Eras = [.. facts.Eras.Select(EraWords.Describe)],
            Footprint = facts.Footprint is { } taken ? new FootprintResponse(taken.Bytes, taken.Latency?.TotalMilliseconds, taken.Rows) : null,
            Segments = facts.Segments,
        };
    }

    private static ModelMetrics Measure(ModelDefinition model, JudgementRows rows, double[] scores, LoadedVersion version) =>
        ModelMeasurement.Of(model, new LabelledRows(rows.Labels, rows.Customers), scores, version);
}
