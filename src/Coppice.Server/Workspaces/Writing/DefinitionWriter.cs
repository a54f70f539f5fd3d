using System.Globalization;
using System.Text;
using Coppice.Server.Workspaces.Reading;

namespace Coppice.Server.Workspaces.Writing;

/// <summary>Writes a definition as the file a person would have written: what is chosen is there, what is default is said once.</summary>
public static class DefinitionWriter
{
    public static string Write(WorkspaceDefinition definition)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"workspace: {YamlText.Of(definition.Name)}\n");
        text.Append(CultureInfo.InvariantCulture, $"time_zone: {YamlText.Of(definition.TimeZone.Id)}    # schedules and calendar months are read in it\n\n");
        if (definition.Database is { } database)
            text.Append(CultureInfo.InvariantCulture, $"database: {YamlText.Of(database)}\n\n");
        if (definition.Recipes.Count > 0)
            text.Append("recipes:\n").AppendJoin("", definition.Recipes.Select(recipe => RecipeWriter.Write(recipe, indent: 2))).Append('\n');
        text.Append("models:\n");
        foreach (ModelDefinition model in definition.Models)
            ModelWriter.Write(text, model);

        text.Append('\n');
        WriteTraining(text, definition.Training);
        text.Append('\n');
        if (definition.Schedule != new ScheduleOptions())
        {
            WriteSchedule(text, definition.Schedule);
            text.Append('\n');
        }

        if (definition.Drift != new DriftOptions())
        {
            text.Append(CultureInfo.InvariantCulture, $"drift: {OpenBrace} window: {Length(definition.Drift.Window)}, false_alarms: {YamlText.Of(definition.Drift.FalseAlarms)} {CloseBrace}\n\n");
        }

        if (definition.Quality.Chosen.Count > 0)
        {
            QualityWriter.Write(text, definition.Quality);
            text.Append('\n');
        }

        if (definition.Alerts != new AlertOptions())
        {
            AlertsWriter.Write(text, definition.Alerts);
            text.Append('\n');
        }

        WriteGates(text, definition.Gates);
        return text.ToString();
    }

    private static void WriteTraining(StringBuilder text, TrainingOptions training)
    {
        TriggerOptions triggers = training.Triggers;
        string drop = triggers.PerformanceDrop is { } relative ? YamlText.Of(relative) : "off";
        text.Append(CultureInfo.InvariantCulture, $"""
            training:
              incremental: {OpenBrace} method: {Word(training.Incremental.Method)}, trees: {training.Incremental.Trees} {CloseBrace}    # refresh | grow

            """);
        if (triggers != new TriggerOptions())
        {
            text.Append(CultureInfo.InvariantCulture, $"""
              triggers: {OpenBrace} new_labels: {triggers.NewLabels?.ToString(CultureInfo.InvariantCulture) ?? "off"}, every: {Length(triggers.Every)}, drift: {Word(triggers.Drift)}, performance_drop: {drop} {CloseBrace}

            """);
        }

        if (training.Repair is null)
            text.Append("  repair: off    # drift and broken promises start a full retrain\n");
        else if (training.Repair.TuneMinutes is { } minutes)
            text.Append(CultureInfo.InvariantCulture, $"  repair: {OpenBrace} tune_minutes: {minutes} {CloseBrace}\n");
        if (training.AtOnce != new TrainingOptions().AtOnce)
            text.Append(CultureInfo.InvariantCulture, $"  at_once: {training.AtOnce}\n");
        if (training.MaxTime != new TrainingOptions().MaxTime)
            text.Append(CultureInfo.InvariantCulture, $"  max_minutes: {training.MaxTime.TotalMinutes:0}\n");
        if (training.Seed != new TrainingOptions().Seed)
            text.Append(CultureInfo.InvariantCulture, $"  seed: {training.Seed}\n");
    }

    private static void WriteSchedule(StringBuilder text, ScheduleOptions schedule) => text.Append(CultureInfo.InvariantCulture, $"""
        schedule:    # minute hour day month weekday, or off
          incremental: {Cron(schedule.Incremental)}
          full: {Cron(schedule.Full)}
          compare: {Cron(schedule.Compare)}
          prune: {Cron(schedule.Prune)}
          score: {Cron(schedule.Score)}

        """);

    private static void WriteGates(StringBuilder text, GateSettings gates)
    {
        GateSettings preset = GateSettings.Of(gates.Preset);
        text.Append("gates:\n");
        text.Append(CultureInfo.InvariantCulture, $"  preset: {Word(gates.Preset)}    # strict | balanced | eager\n");
        Line("min_accuracy", YamlText.Of(gates.MinAccuracy), Written.Always);
        Line("max_drop", YamlText.Of(gates.MaxDrop), Written.Always);
        Line("max_prediction_drift", YamlText.Of(gates.MaxPredictionDrift), Written.Always);
        Line("max_segment_drop", YamlText.Of(gates.MaxSegmentDrop), When(gates.MaxSegmentDrop != preset.MaxSegmentDrop));
        Line("max_crossing", YamlText.Of(gates.MaxCrossing), When(gates.MaxCrossing != preset.MaxCrossing));
        Line("max_top_change", YamlText.Of(gates.MaxTopChange), When(gates.MaxTopChange != preset.MaxTopChange));
        Line("max_size", SizeText.Format(gates.MaxSize), When(gates.MaxSize != preset.MaxSize));
        Line("max_latency", LatencyText.Format(gates.MaxLatency), When(gates.MaxLatency != preset.MaxLatency));
        Line("max_forgotten", YamlText.Of(gates.MaxForgotten), When(gates.MaxForgotten != preset.MaxForgotten));
        Line("reserve", YamlText.Of(gates.Reserve), When(gates.Reserve != preset.Reserve));
        Line("decision", gates.Evidence is EvidenceRule.Interval ? "interval" : "point", When(gates.Evidence != preset.Evidence));
        Line("min_positives", YamlText.Of(gates.MinPositives), When(gates.MinPositives != preset.MinPositives));
        Line("min_negatives", YamlText.Of(gates.MinNegatives), When(gates.MinNegatives != preset.MinNegatives));
        Line("min_rows", YamlText.Of(gates.MinRows), When(gates.MinRows != preset.MinRows));
        Line("min_improvement", YamlText.Of(gates.MinImprovement), When(gates.MinImprovement != preset.MinImprovement));
        Line("margin", YamlText.Of(gates.Margin), When(gates.Margin != preset.Margin));
        Line("auc_margin", YamlText.Of(gates.AucMargin), When(gates.AucMargin != preset.AucMargin));
        Line("significance", YamlText.Of(gates.Significance), When(gates.Significance != preset.Significance));
        Line("approvals", YamlText.Of(gates.Approvals), When(gates.Approvals != preset.Approvals));
        Line("max_age", DurationText.Format(gates.MaxAge), When(gates.MaxAge != preset.MaxAge));

        void Line(string key, string value, Written written)
        {
            if (written is Written.Always)
                text.Append(CultureInfo.InvariantCulture, $"  {key}: {value}\n");
        }
    }

    private const string OpenBrace = "{";
    private const string CloseBrace = "}";

    private static string Length(TimeSpan? length) => length is { } some ? DurationText.Format(some) : "off";

    private static string Cron(string? cron) => cron is null ? "off" : YamlText.Quoted(cron);

    private static string Word<T>(T value) => value!.ToString()!.ToLowerInvariant();

    private static Written When(bool differs) => differs ? Written.Always : Written.Never;

    private enum Written
    {
        Never,
        Always,
    }
}
