using System.Globalization;
using System.Text.Json;
using Coppice.Server.Files.Cells;
using Coppice.Server.Outcomes;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Labels;

/// <summary>Labels of models whose truth is reported: a column of uploaded rows, or an outcome of that name.</summary>
public sealed class ColumnLabels(ExampleStore examples, OutcomeStore outcomes, PredictionStore predictions, LabelStore labels)
{
    internal void Sweep(Session session, LabelWriter writer, LabelProgress progress, ColumnLabel policy)
    {
        foreach (var example in examples.Since(session, progress.LastExample))
        {
            if (Read(example.Inputs, policy) is { } value)
                writer.Add(progress.ModelId, example.CustomerId, example.AsOf, LabelSource.Upload, example.Id, example.AsOf, new WindowTruth(value, example.AsOf, example.KnownTime));
        }

        var held = new HashSet<(string Source, long SourceId, long CustomerId, long AsOf)>();
        foreach (var outcome in outcomes.Since(session, policy.Column, progress.LastOutcome))
        {
            if (Read(outcome.Value, policy.Positive) is { } value)
                Join(session, writer, held, progress.ModelId, outcome, value);
        }
    }

    /// <summary>
    /// An outcome belongs to the prediction that it names and to no other. One that names none belongs to the newest prediction before
    /// it; where there is none, to the inputs as of its own time.
    /// </summary>
    private void Join(Session session, LabelWriter writer, HashSet<(string, long, long, long)> held, long modelId, StoredOutcome outcome, double value)
    {
        if (outcome.PredictionNumber is not null && outcome.AskedOf != modelId)
            return;
        var truth = new WindowTruth(value, outcome.EventTime, outcome.KnownTime);
        var (source, sourceId, asOf) = Asked(session, modelId, outcome) is { } prediction
            ? (LabelSource.Logged, prediction.Id, prediction.AsOf)
            : (LabelSource.Backfill, 0, outcome.EventTime);
        var example = (source, sourceId, outcome.CustomerId, asOf);
        if (!held.Add(example))
        {
            // An earlier outcome of this sweep may have labelled the same example, and this one may correct it.
            writer.Flush();
            held.Clear();
            held.Add(example);
        }

        var label = labels.OfSource(session, modelId, outcome.CustomerId, asOf, source, sourceId);
        if (label is null)
            writer.Add(modelId, outcome.CustomerId, asOf, source, sourceId, Math.Max(asOf, outcome.EventTime), truth);
        else if (label.Value != value)
            writer.Correct(modelId, label, truth, outcome.KnownTime);
    }

    private (long Id, long AsOf)? Asked(Session session, long modelId, StoredOutcome outcome) =>
        outcome is { PredictionNumber: { } number, AskedAt: { } asOf }
            ? (number, asOf)
            : predictions.LatestBefore(session, modelId, outcome.CustomerId, outcome.EventTime);

    private static double? Read(string inputs, ColumnLabel policy)
    {
        using var row = JsonDocument.Parse(inputs);
        if (!row.RootElement.TryGetProperty(policy.Column, out var cell) || cell.ValueKind is JsonValueKind.Null)
            return null;
        return Read(cell.ValueKind is JsonValueKind.String ? cell.GetString()! : cell.GetRawText(), policy.Positive);
    }

    private static double? Read(string word, string? positive)
    {
        if (word.Length == 0)
            return null;
        if (positive is not null)
            return SameWord(word, positive) ? 1 : 0;
        if (bool.TryParse(word, out bool truth))
            return truth ? 1 : 0;
        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
    }

    /// <summary>1 and 1.0, Yes and true are the same word however a file wrote them.</summary>
    private static bool SameWord(string word, string positive) =>
        word.Equals(positive, StringComparison.OrdinalIgnoreCase)
        || (BooleanText.TryParse(word, out bool one) && BooleanText.TryParse(positive, out bool other) && one == other)
        || (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double a)
            && double.TryParse(positive, NumberStyles.Float, CultureInfo.InvariantCulture, out double b)
            && a == b);
}
