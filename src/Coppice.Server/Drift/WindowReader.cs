using Coppice.Server.Drift.Profiles;
using Coppice.Server.Features;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;
using Coppice.XGBoost;

namespace Coppice.Server.Drift;

/// <summary>Counts the inputs of a window's predictions, exactly as they were recorded, in the bins of the reference, and scores them by the champion.</summary>
public sealed class WindowReader(Database database, ExampleInputs examples)
{
    internal async Task<MeasuredWindow> ReadAsync(
        ModelDefinition model,
        LoadedVersion champion,
        ReferenceProfile reference,
        IReadOnlyList<SampledRow> rows,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken)
    {
        var (window, features) = database.Read(session => Read(session, model, champion, reference, rows, from, until));
        if (reference.Joint is not { } joint || rows.Count < JointClassifier.FewestRows || joint.Rows < JointClassifier.FewestRows)
            return window;
        float[] current = ProfileReader.ValuesOf(features, joint.Columns, [.. Enumerable.Range(0, features.Rows)]);
        var told = await TrainingJob.RunAsync(cancellation => JointClassifier.TellApart(joint.Values, current, joint.Columns.Length, cancellation), cancellationToken);
        var names = champion.Pipeline.Encoders.SelectMany(encoder => encoder.FeatureNames.Select(_ => encoder.Column)).ToList();
        var strongest = joint.Columns
            .Select((column, i) => (Input: names[column], Importance: told.Importance[i]))
            .GroupBy(c => c.Input)
            .OrderByDescending(g => g.Sum(c => c.Importance))
            .Take(2)
            .Select(g => InputWords.Name(g.Key));
        return window with { Separation = told.Separation, SeparatedBy = [.. strongest] };
    }

    private (MeasuredWindow Window, FeatureMatrix Features) Read(
        Session session,
        ModelDefinition model,
        LoadedVersion champion,
        ReferenceProfile reference,
        IReadOnlyList<SampledRow> rows,
        DateTimeOffset from,
        DateTimeOffset until)
    {
        var table = examples.Read(session, model, champion.Pipeline.Inputs, [.. rows.Select(row => row.AsLabel())]);
        var features = champion.Pipeline.Transform(table, [.. rows.Select(row => row.AsOf)]);
        var inputs = InputColumns.Of(champion.Pipeline, features).Select((column, place) => reference.Inputs[place].Bins.Tally(column.Values)).ToList();
        var window = new MeasuredWindow
        {
            From = from,
            Until = until,
            Rows = rows.Count,
            Inputs = inputs,
            Contributions = ContributionMeans.Of(champion.Explainer, features).Means,
            NewCategories = [.. reference.Inputs.Select(profile => CountNew(profile, table.Find(profile.Name)))],
            Scores = reference.Scores.Bins.Tally(champion.Score(features)),
        };
        return (window, features);
    }

    private static long CountNew(ColumnProfile profile, InputColumn? column)
    {
        if (profile.Categories is null || column is null)
            return 0;
        var known = profile.Categories.ToHashSet();
        long news = 0;
        for (int row = 0; row < column.Numbers.Length; row++)
            news += column.WordAt(row) is { } word && !known.Contains(word) ? 1 : 0;
        return news;
    }
}
