using System.Text.Json;
using Coppice.Client;
using Coppice.Forests;
using Coppice.Server.Audit;
using Coppice.Server.Deployments;
using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Learners;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

/// <summary>Writes what a run came to: training set, version, decision, champion and audit entry together or not at all.</summary>
public sealed class RecordDecision(
    Database database,
    ArtifactStore artifacts,
    VersionStore versions,
    CompanionStore companions,
    TrainingSetStore trainingSets,
    DecisionStore decisions,
    RunStore runs,
    PromoteChallenger promote,
    AuditStore audit,
    DeploymentSignal signal,
    TimeProvider time)
{
    /// <summary>Looks at the same rows after which they have decided, whatever the result (methods 1.6).</summary>
    private const int MostLooks = 5;

    /// <summary>The challenger as it would be stored, without a number, ready to be scored.</summary>
    public LoadedVersion Draft(long modelId, Run run, ModelDefinition model, TrainedModel trained, string strategy, ModelVersion? parent, DateTimeOffset now)
    {
        var version = new ModelVersion
        {
            ModelId = modelId,
            Major = 0,
            Minor = 0,
            ParentId = strategy == Strategies.Full ? null : parent?.Id,
            RunId = run.Id,
            TrainingSetId = 0,
            Learner = trained.Fit.Recipe.Name,
            Strategy = strategy,
            CreatedAt = now,
            Watermark = trained.Watermark,
            LineageHash = "",
            StructuralRows = trained.Fit.StructuralRows,
            Seconds = 0,
            Trees = trained.Fit.Trees,
            PipelineHash = "",
            ModelHash = "",
            CoreHash = "",
            Calibration = JsonSerializer.Serialize(trained.Fit.Calibration, CoppiceJson.Options),
            Prior = trained.Fit.Prior,
            Record = JsonSerializer.Serialize(trained.Record, CoppiceJson.Options),
        };
        return Load(version, trained, trained.Fit) with { Quick = trained.Quick is { } quick ? Load(Companion(quick).StandIn(version), trained, quick.Fit) : null };
    }

    private static LoadedVersion Load(ModelVersion version, TrainedModel trained, FittedModel fit) =>
        new(version, trained.Pipeline, ForestScorer.Compile(Forest.Read(fit.Model)), fit.Calibration);

    private static Companion Companion(TrainedCompanion trained) => new()
    {
        VersionId = 0,
        Learner = trained.Fit.Recipe.Name,
        Trees = trained.Fit.Trees,
        ModelHash = "",
        CoreHash = "",
        GoldenHash = "",
        Calibration = JsonSerializer.Serialize(trained.Fit.Calibration, CoppiceJson.Options),
        Record = JsonSerializer.Serialize(trained.Record, CoppiceJson.Options),
    };

    public Run Save(FinishedRun finished)
    {
        var run = database.Write(session => Save(session, finished));
        if (finished.Judgement.Decision.Outcome == DecisionOutcome.Promote)
            signal.Raise(finished.Run.ModelId);
        return run;
    }

    private Run Save(Session session, FinishedRun finished)
    {
        var decision = finished.Judgement.Decision;
        var version = SaveVersion(session, finished);
        long decisionId = SaveDecision(session, finished, version);
        Ramp? ramp = null;
        if (decision.Outcome == DecisionOutcome.Promote)
        {
            var by = decision.BecomesAnchor ? MadeBy.Merit : MadeBy.Freshness;
            ramp = promote.Install(session, version.ModelId, finished.Model.Name, version, decisionId, by, finished.Run.Actor, decision.Sentence);
        }

        var run = finished.Run with
        {
            State = RunStates.Done,
            FinishedAt = time.GetUtcNow(),
            Result = JsonSerializer.Serialize(Result(finished, version, ramp), CoppiceJson.Options),
        };
        runs.Finish(session, run);
        finished.Live.Log.End(session, decision.Sentence);
        audit.Append(session, run.Actor, "train", $"{finished.Model.Name} {version.Number}", new { run = run.Id, run.Strategy, run.Trigger, decision = decision.Reason });
        return run;
    }

    private ModelVersion SaveVersion(Session session, FinishedRun finished)
    {
        var trained = finished.Trained;
        var draft = finished.Challenger.Version;
        var number = versions.Next(session, draft.ModelId, draft.ParentId is null ? null : finished.Standing.Champion!.Version.Number);
        var set = new TrainingSet(
            draft.ModelId,
            draft.CreatedAt.ToMicroseconds(),
            trained.Rows,
            trained.FirstAsOf,
            trained.Watermark,
            artifacts.Save(session, Lineage.Of(trained.LabelIds).Save()),
            trained.ContentHash)
        {
            Quality = trained.Quality?.Save(),
        };
        var version = draft with
        {
            Major = number.Major,
            Minor = number.Minor,
            TrainingSetId = trainingSets.Add(session, set),
            Seconds = finished.Clock.Seconds,
            LineageHash = artifacts.Save(session, trained.Lineage.Save()),
            PipelineHash = artifacts.Save(session, trained.PipelineBytes),
            ModelHash = artifacts.Save(session, trained.Fit.Model),
            CoreHash = artifacts.Save(session, trained.Fit.Core),
            GoldenHash = artifacts.Save(session, trained.Golden.Save()),
        };
        version = version with { Id = versions.Add(session, version) };
        if (trained.Quick is { } quick)
            SaveCompanion(session, version.Id, quick);
        return version;
    }

    private void SaveCompanion(Session session, long versionId, TrainedCompanion quick) => companions.Add(session, Companion(quick) with
    {
        VersionId = versionId,
        ModelHash = artifacts.Save(session, quick.Fit.Model),
        CoreHash = artifacts.Save(session, quick.Fit.Core),
        GoldenHash = artifacts.Save(session, quick.Golden.Save()),
    });

    private long SaveDecision(Session session, FinishedRun finished, ModelVersion version)
    {
        var (judgement, block, standing) = (finished.Judgement, finished.Block, finished.Standing);
        var report = new DecisionReport(
            judgement.Decision.Sentence,
            judgement.Metrics,
            judgement.Measured.Estimates,
            judgement.Comparisons,
            judgement.Verdicts,
            judgement.MeanChange,
            judgement.DecileChanges,
            finished.Options.SignificanceLevel)
        {
            Deciles = MetricDescription.Deciles(judgement.Measured),
            Threshold = judgement.Threshold,
            Tenths = MetricDescription.Tenths(judgement.Measured),
            Segments = MetricDescription.Segments(judgement.Segments),
            Repair = finished.Repair,
            Quick = judgement.Quick,
            Shock = judgement.Shock,
            Eras = judgement.Eras,
            Footprint = judgement.Footprint,
        };
        return decisions.Add(session, new DecisionRecord
        {
            ModelId = version.ModelId,
            RunId = finished.Run.Id,
            VersionId = version.Id,
            ChampionId = standing.Champion?.Version.Id,
            AnchorId = standing.Anchor?.Version.Id,
            DecidedAt = version.CreatedAt,
            Decision = GateWords.Of(judgement.Decision.Outcome),
            Code = judgement.Decision.Reason,
            BlockFrom = block.Count == 0 ? 0 : block.Min(l => l.AsOf),
            BlockUntil = block.Count == 0 ? 0 : block.Max(l => l.AsOf),
            BlockRows = block.Count,
            BlockPositives = block.Count(l => l.Value > 0),
            BlockHash = artifacts.Save(session, Lineage.Of(block.Select(l => l.Id)).Save()),
            Spent = IsSpent(finished) ? 1 : 0,
            Report = JsonSerializer.Serialize(report, CoppiceJson.Options),
        });
    }

    /// <summary>
    /// A block that could tell has decided. One that held too few labels, or could only resolve more than twice the margin, waits
    /// and grows (methods 1.6), but not for ever.
    /// </summary>
    private static bool IsSpent(FinishedRun finished)
    {
        var decision = finished.Judgement.Decision;
        if (decision.Outcome != DecisionOutcome.Hold)
            return true;
        if (decision.Reason != DecisionReasons.Inconclusive || finished.Judgement.Primary is not { } primary)
            return false;
        double margin = finished.Options.NonInferiorityMargin * Math.Abs(primary.Champion);
        return primary.Resolvable <= 2 * margin || finished.Standing.Looks + 1 >= MostLooks;
    }

    private static RunResult Result(FinishedRun finished, ModelVersion version, Ramp? ramp)
    {
        var (judgement, trained) = (finished.Judgement, finished.Trained);
        return new RunResult(
            version.Number.ToString(),
            finished.Standing.Champion?.Number,
            GateWords.Of(judgement.Decision.Outcome),
            judgement.Decision.Reason,
            judgement.Decision.Sentence,
            trained.Rows,
            trained.NewRows,
            finished.Block.Count,
            finished.Block.Count(l => l.Value > 0),
            judgement.Metrics,
            judgement.Comparisons,
            judgement.Verdicts,
            judgement.MeanChange,
            judgement.DecileChanges,
            finished.Clock.Steps)
        {
            Bands = MetricDescription.Bands(judgement.Measured.Estimates),
            Deciles = MetricDescription.Deciles(judgement.Measured),
            DataFindings = trained.Record.DataFindings,
            Threshold = judgement.Threshold,
            Repair = finished.Repair,
            Shock = judgement.Shock,
            Eras = judgement.Eras,
            Footprint = judgement.Footprint,
            FirstShare = ramp is null ? null : (double)ramp.Steps[0] / RampOptions.Everybody,
        };
    }
}
