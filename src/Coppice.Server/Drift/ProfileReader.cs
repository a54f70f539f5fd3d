using Coppice.Server.Drift.Profiles;
using Coppice.Server.Features;
using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Statistics.Samples;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;
using Coppice.XGBoost;
using PredictionKind = Coppice.Server.Workspaces.PredictionKind;

namespace Coppice.Server.Drift;

/// <summary>Profiles what a champion is to be held against: once for each champion, when the first window after its promotion closes.</summary>
public sealed class ProfileReader(
    Database database,
    DefinitionInForce workspace,
    LabelStore labels,
    VersionStore versions,
    VersionLoader loader,
    DecisionStore decisions,
    ArtifactStore artifacts,
    ExampleInputs examples,
    TimeProvider time)
{
    /// <summary>Rows of the training set that are profiled. A window has at most half as many, so more would hardly sharpen the comparison.</summary>
    private const int MostRows = 10_000;

    /// <summary>A shorter block says too little of the scores to come.</summary>
    private const int FewestBlockRows = 50;

    private const int MostCategories = 1_000;
    private const int MostJointColumns = 100;
    private const int JointBlocks = 3;

    /// <summary>An input that varies this much inside the reference tells any two weeks apart: the classifier does not get to see it.</summary>
    private const double MostInflation = 4;

    /// <summary>
    /// The reference of a champion. Where inputs are computed, whoever is asked about may be others than those in the history it has learnt from: then answers are
    /// only held against answers, those among its training set or, while they are few, those of the first window it has answered.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="modelId">Its number.</param>
    /// <param name="champion">The champion.</param>
    /// <param name="asked">The window that has just closed; empty where none has.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task<ReferenceProfile> ReadAsync(ModelDefinition model, long modelId, LoadedVersion champion, IReadOnlyList<SampledRow> asked, CancellationToken cancellationToken)
    {
        var (profile, learnt, blocks, answers) = database.Read(session => Read(session, model, modelId, champion, asked));
        int[] columns = JointColumns(champion.Pipeline, profile);
        if (answers.Rows < JointClassifier.FewestRows || columns.Length == 0)
            return profile;
        double bound = await TrainingJob.RunAsync(cancellation => BoundOf(learnt, columns, blocks, cancellation), cancellationToken);
        int[] rows = ServingCheck.Spread(answers.Rows, JointClassifier.MostRows);
        byte[] bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(ValuesOf(answers, columns, rows)).ToArray();
        return profile with { Joint = new JointSample(columns, bytes, bound) };
    }

    /// <summary>Some features of some rows, row by row.</summary>
    internal static float[] ValuesOf(FeatureMatrix features, int[] columns, ReadOnlySpan<int> rows)
    {
        float[] values = new float[rows.Length * columns.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            var row = features.Row(rows[i]);
            for (int column = 0; column < columns.Length; column++)
                values[(i * columns.Length) + column] = row[columns[column]];
        }

        return values;
    }

    private (ReferenceProfile Profile, FeatureMatrix Learnt, TimeBlocks Blocks, FeatureMatrix Answers) Read(
        Session session,
        ModelDefinition model,
        long modelId,
        LoadedVersion champion,
        IReadOnlyList<SampledRow> asked)
    {
        var matured = labels.Matured(session, modelId, time.GetUtcNow().ToMicroseconds());
        var (real, number) = Learnt(session, modelId, champion, matured);
        var answers = real.Where(row => row.Source == LabelSource.Logged).ToList();
        bool isComputed = model.Label is not ColumnLabel;
        bool hasAnswers = answers.DistinctBy(row => row.CustomerId).Count() >= MeasureDrift.FewestRows;
        var learnt = Sample(isComputed && hasAnswers ? answers : real);
        long[] asOf = [.. learnt.Select(row => row.AsOf)];
        var table = examples.Read(session, model, champion.Pipeline.Inputs, learnt);
        var features = champion.Pipeline.Transform(table, asOf);
        var blocks = TimeBlocks.Of(asOf, workspace.Drift.Window);
        var inputs = Inputs(champion, table, features, blocks);
        string source = $"{learnt.Count:N0} rows of the training set of {number}";
        var held = features;
        if (isComputed && !hasAnswers && asked.Count > 0)
        {
            table = examples.Read(session, model, champion.Pipeline.Inputs, [.. asked.Select(row => row.AsLabel())]);
            held = champion.Pipeline.Transform(table, [.. asked.Select(row => row.AsOf)]);
            inputs = [.. Inputs(champion, table, held, TimeBlocks.None).Zip(inputs, (now, before) => now with { Variation = before.Variation })];
            source = $"{asked.Count:N0} answers up to {time.GetUtcNow():yyyy-MM-dd}";
        }

        var kind = !isComputed ? LabelKind.Any : hasAnswers ? LabelKind.Answers : LabelKind.History;
        var judged = Judged(session, champion, matured);
        var unseen = judged.Count >= FewestBlockRows ? judged : learnt;
        double[] learntScores = champion.Score(features);
        double[] unseenScores = judged.Count >= FewestBlockRows ? new RowScorer(examples, session, model, judged).Score(champion) : learntScores;
        bool isJudgedAlike = judged.Count >= FewestBlockRows && !isComputed;
        var profile = new ReferenceProfile
        {
            VersionId = champion.Version.Id,
            Major = champion.Version.Major,
            Source = source,
            Rows = held.Rows,
            Inputs = inputs,
            ScoreSource = isJudgedAlike ? $"{judged.Count:N0} rows that {champion.Number} was judged on" : source,
            // A block is short and says little of weeks to come: how scores vary from week to week is read off the training set.
            Scores = ColumnProfile.Of("score", isJudgedAlike ? unseenScores : champion.Score(held), TimeBlocks.None) with
            {
                Variation = ColumnProfile.Of("score", learntScores, blocks).Variation,
            },
            Labels = ColumnProfile.Of("label", [.. learnt.Select(row => row.Value)], blocks),
            LabelKind = kind,
            Errors = Errors(model.Predicts, unseen, unseenScores),
            Confidence = model.Predicts == PredictionKind.Probability
                ? ConfidenceLevel.Of([.. unseen.Select(row => row.Value)], unseenScores, [.. unseen.Select(row => row.CustomerId)])
                : null,
        };
        return (profile, features, blocks, held);
    }

    /// <summary>What the last full retrain learnt from: updates on top of it keep its trees.</summary>
    private (List<Label> Rows, string Number) Learnt(Session session, long modelId, LoadedVersion champion, IReadOnlyList<Label> matured)
    {
        var structural = versions.Find(session, modelId, new VersionNumber(champion.Version.Major, 0)) ?? champion.Version;
        if (structural.PrunedAt is not null)
            structural = champion.Version;
        var lineage = loader.LoadLineage(session, structural);
        return ([.. matured.Where(row => row.Source != LabelSource.Synthetic && lineage.Contains(row.Id))], structural.Number.ToString());
    }

    /// <summary>So many rows that no order or time of them matters.</summary>
    private static List<Label> Sample(List<Label> rows)
    {
        if (rows.Count <= MostRows)
            return rows;
        var chosen = rows.OrderBy(row => CustomerSample.HashOf(row.Id)).Take(MostRows).Select(row => row.Id).ToHashSet();
        return [.. rows.Where(row => chosen.Contains(row.Id))];
    }

    private List<Label> Judged(Session session, LoadedVersion champion, IReadOnlyList<Label> matured)
    {
        if (decisions.OfVersion(session, champion.Version.Id) is not { } decision)
            return [];
        var block = Lineage.Load(artifacts.Load(session, decision.BlockHash));
        return [.. matured.Where(row => block.Contains(row.Id))];
    }

    private static List<ColumnProfile> Inputs(LoadedVersion champion, InputTable table, FeatureMatrix features, TimeBlocks blocks)
    {
        var (means, importance) = ContributionMeans.Of(champion.Explainer, features);
        var profiles = new List<ColumnProfile>(champion.Pipeline.Encoders.Count);
        foreach (var (encoder, values) in InputColumns.Of(champion.Pipeline, features))
        {
            int place = profiles.Count;
            var profile = ColumnProfile.Of(encoder.Column, values, blocks);
            if (encoder is CategoryEncoder category)
                profile = WithCategories(profile, category, table.Find(encoder.Column));
            profiles.Add(means.Length == 0 ? profile : profile with { Contribution = means[place], Importance = importance[place] });
        }

        return profiles;
    }

    private static ColumnProfile WithCategories(ColumnProfile profile, CategoryEncoder encoder, InputColumn? column)
    {
        profile = profile with { IsCategory = true };
        if (column is null)
            return profile;
        var counts = new Dictionary<string, int>();
        for (int row = 0; row < column.Numbers.Length; row++)
        {
            if (column.WordAt(row) is { } word)
                counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        string[] known = [.. counts.Keys.Union(encoder.Values).Order(StringComparer.Ordinal)];
        return known.Length > MostCategories
            ? profile
            : profile with { Categories = known, RareShare = counts.Values.Count(count => count == 1) / (double)Math.Max(1, counts.Values.Sum()) };
    }

    private static ErrorLevel Errors(PredictionKind predicts, IReadOnlyList<Label> rows, double[] scores)
    {
        double[] errors = [.. rows.Select((row, i) => ErrorSize.Of(predicts, row.Value, scores[i]))];
        if (errors.Length == 0)
            return new ErrorLevel(0, 0, 0);
        double mean = errors.Average();
        var clusters = Statistics.Clusters.Of([.. rows.Select(row => row.CustomerId)]);
        return new ErrorLevel(mean, Wasserstein.Deviation(errors), clusters.StandardErrorOfMean([.. errors.Select(error => error - mean)]) ?? 0);
    }

    /// <summary>Features of the inputs the model uses most, without those that time alone moves.</summary>
    private static int[] JointColumns(FeaturePipeline pipeline, ReferenceProfile profile)
    {
        var used = profile.Inputs
            .Select((input, place) => (input, place))
            .Where(i => i.input.Importance > 0 && i.input.Variation.Inflation <= MostInflation && pipeline.Encoders[i.place] is not DateEncoder)
            .OrderByDescending(i => i.input.Importance)
            .Select(i => i.place);
        return [.. used.SelectMany(place => Enumerable.Range(pipeline.Starts[place], pipeline.Starts[place + 1] - pipeline.Starts[place])).Take(MostJointColumns)];
    }

    /// <summary>How well stretches of the reference are told from the rest of it: windows may be told apart as well as that.</summary>
    private static double BoundOf(FeatureMatrix features, int[] columns, TimeBlocks blocks, CancellationToken cancellation)
    {
        double bound = TogetherDetector.LeastAuc;
        foreach (int[] block in blocks.Rows.Count < ColumnVariation.FewestBlocks ? [] : blocks.Rows.Reverse().Take(JointBlocks))
        {
            var inside = block.ToHashSet();
            int[] rest = [.. Enumerable.Range(0, features.Rows).Where(row => !inside.Contains(row))];
            var told = JointClassifier.TellApart(ValuesOf(features, columns, rest), ValuesOf(features, columns, block), columns.Length, cancellation);
            bound = Math.Max(bound, told.Separation.Auc);
        }

        return bound;
    }
}
