using System.Security.Cryptography;
using System.Runtime.InteropServices;
using Coppice.Forests;
using Coppice.Server.Features;
using Coppice.Server.Learners;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.XGBoost;
using PredictionKind = Coppice.Server.Workspaces.PredictionKind;
using Recipe = Coppice.Server.Workspaces.Recipe;

namespace Coppice.Server.Training;

/// <summary>Fits a version: freezes the rows, computes their inputs, and runs the learner on one thread of its own.</summary>
public sealed class TrainModel(Database database, TrainingRowReader reader, InspectTrainingSet inspect, VersionLoader versions)
{
    /// <summary>Fewer rows than this say nothing about anybody else.</summary>
    public const int FewestRows = 50;

    /// <summary>Fewer of either class than this cannot be told from chance.</summary>
    public const int FewestOfAClass = 10;

    /// <summary>Fits; nothing is written.</summary>
    /// <exception cref="TrainingException">There is nothing to learn from, or a feature gives the answer away.</exception>
    public async Task<TrainedModel> RunAsync(TrainingPlan plan, Action<string, double, string> report, CancellationToken cancellationToken)
    {
        RequireLearnable(plan);
        report("read", 0, $"{plan.Rows.Count:N0} rows");
        var (pipeline, data, baseline, quality, parentFit, parentQuick, parentLineage) = database.Read(session => Prepare(session, plan));
        if (pipeline.FeatureNames.Count == 0)
            throw new TrainingException(TrainingCodes.NoFeatures, "No input is left to learn from: " + string.Join("; ", pipeline.LeftOut) + ".");
        if (LeakSentinel.Find(data) is { } leak)
            throw new TrainingException(TrainingCodes.Leak, leak);

        if (quality.Findings.Count > 0)
            report("data", 1, string.Join(" ", quality.Findings.Select(finding => $"{finding.Severity}: {finding.Sentence}")));
        string contentHash = HashOf(data);
        int seed = SeedOf(plan, contentHash);
        GoldenRows? golden = null;
        (FittedModel Fit, GoldenRows Golden)? quick = null;
        var fit = await TrainingJob.RunAsync(
            cancellation =>
            {
                var update = parentFit is null ? null : Update(plan, parentLineage);
                var fitted = Fit(plan, plan.Model.Recipe, data, parentFit, update, new FitContext(seed, report, cancellation));
                if (plan.Model.CompanionRecipe is { } recipe && (update is null || parentQuick is not null))
                {
                    // One step on the way, whatever its own steps are called.
                    var companion = Fit(plan, recipe, data, parentQuick, update, new FitContext(seed, (_, done, words) => report("quick", done, words), cancellation));
                    quick = (companion, ServingCheck.RequireExact(companion.Model, data));
                }

                report("check", 1, "against XGBoost");
                golden = ServingCheck.RequireExact(fitted.Model, data);
                return fitted;
            },
            cancellationToken);

        report("explain", 1, "");
        long[] ids = [.. plan.Rows.Select(r => r.Id)];
        var record = new VersionRecord(
            fit.Parameters,
            TrainingJob.LibraryVersion.ToString(),
            seed,
            [.. pipeline.FeatureNames.Except(plan.Champion?.Pipeline.FeatureNames ?? pipeline.FeatureNames)],
            [.. (plan.Champion?.Pipeline.FeatureNames ?? []).Except(pipeline.FeatureNames)],
            pipeline.LeftOut,
            GlobalImportance.Of(pipeline, new Explainer(pipeline, Forest.Read(fit.Model)), data.Features))
        {
            Recipe = fit.Recipe,
            AmountCap = fit.Calibration.Intervals is null ? null : AmountCap.Of(data.Labels),
            Tuning = plan.Tuning,
            DataFindings = quality.Findings,
        };
        return new TrainedModel(
            fit,
            pipeline,
            pipeline.Save(),
            parentLineage.With(ids),
            Math.Max(plan.Rows.Max(r => r.AsOf), plan.Parent?.Version.Watermark ?? long.MinValue),
            plan.Rows.Count,
            ids.Count(id => !parentLineage.Contains(id)),
            record,
            ids,
            contentHash,
            plan.Rows.Min(r => r.AsOf),
            golden!,
            baseline)
        {
            Quality = quality,
            Quick = quick is { } made ? new TrainedCompanion(made.Fit, made.Golden, record with { Parameters = made.Fit.Parameters, Recipe = made.Fit.Recipe, Tuning = null }) : null,
        };
    }

    private static FittedModel Fit(TrainingPlan plan, Recipe recipe, TrainingData data, FittedModel? parent, IncrementalUpdate? update, FitContext context)
    {
        if (parent is null)
            return ILearner.For(recipe).FitFull(data, context);
        context.Cancellation.ThrowIfCancellationRequested();
        return plan.Strategy == Strategies.Recalibrate ? Recalibration.Of(data, parent) : ILearner.For(parent.Recipe).FitIncremental(data, parent, update!, context);
    }

    private (FeaturePipeline Pipeline, TrainingData Data, RhythmBaseline? Baseline, SetQuality Quality, FittedModel? ParentFit, FittedModel? ParentQuick, Lineage ParentLineage) Prepare(Session session, TrainingPlan plan)
    {
        var rows = reader.Read(session, plan);
        var pipeline = plan.Parent?.Pipeline ?? rows.FitPipeline(plan.Model);
        var data = rows.With(pipeline, plan.Model.Predicts);
        var baseline = RhythmBaseline.For(plan.Model.Label, rows.Plan, rows.Inputs, rows.Labels);
        var quality = inspect.Run(session, plan, rows);
        return plan.Parent is { } parent
            ? (pipeline, data, baseline, quality, versions.LoadFit(session, parent), parent.Quick is { } quick ? versions.LoadFit(session, quick) : null, versions.LoadLineage(session, parent.Version))
            : (pipeline, data, baseline, quality, null, null, Lineage.Empty);
    }

    private static IncrementalUpdate Update(TrainingPlan plan, Lineage parent)
    {
        int[] news = [.. Enumerable.Range(0, plan.Rows.Count).Where(i => !parent.Contains(plan.Rows[i].Id))];
        var method = plan.Strategy == Strategies.Grow ? Workspaces.IncrementalMethod.Grow : Workspaces.IncrementalMethod.Refresh;
        return new IncrementalUpdate(method, plan.UpdateTrees, news) { Fading = plan.Fading };
    }

    /// <summary>Asks for enough rows of every kind.</summary>
    /// <exception cref="TrainingException">There is nothing to learn from.</exception>
    public static void RequireLearnable(TrainingPlan plan)
    {
        string model = plan.Model.Name;
        if (plan.Rows.Count < FewestRows)
            throw new TrainingException(TrainingCodes.TooFewLabels, $"{model} needs at least {FewestRows} labelled rows to learn from; {plan.Rows.Count} were found.");
        if (plan.Model.Predicts != PredictionKind.Probability)
        {
            if (plan.Rows.All(r => r.Value <= 0))
                throw new TrainingException(TrainingCodes.OneClass, $"{model} has nothing to tell apart: none of its {plan.Rows.Count:N0} amounts is above zero.");
            return;
        }

        if (plan.Rows.FirstOrDefault(r => r.Value is not (0 or 1)) is { } odd)
            throw new TrainingException(TrainingCodes.OneClass, $"{model} predicts a probability, so its labels are 0 or 1; {odd.Value} was found. Predict an amount, or name the positive value.");
        int positives = plan.Rows.Count(r => r.Value == 1);
        int fewest = Math.Min(positives, plan.Rows.Count - positives);
        if (fewest == 0)
            throw new TrainingException(TrainingCodes.OneClass, $"{model} has nothing to tell apart: all {plan.Rows.Count:N0} labels are {plan.Rows[0].Value:0}.");
        if (fewest < FewestOfAClass && plan.Parent is null)
            throw new TrainingException(TrainingCodes.TooFewLabels, $"{model} needs at least {FewestOfAClass} labels of each kind; {positives} are 1 and {plan.Rows.Count - positives} are 0.");
    }

    // Of what is learnt, not of when: the same rows and definition make the same bytes on any day.
    private static int SeedOf(TrainingPlan plan, string contentHash)
    {
        byte[] digest = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{plan.Model.Name}|{plan.Strategy}|{contentHash}|{plan.Seed}"));
        return BitConverter.ToInt32(digest) & int.MaxValue;
    }

    private static string HashOf(TrainingData data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', data.Features.Names)));
        hash.AppendData(MemoryMarshal.AsBytes<float>(data.Features.Values));
        hash.AppendData(MemoryMarshal.AsBytes<float>(data.Labels));
        hash.AppendData(MemoryMarshal.AsBytes<float>(data.Weights));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
