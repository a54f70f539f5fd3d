using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts.Rules;

/// <summary>
/// The champion surely achieves less than was promised when it was promoted, by more than is allowed, and still answers: no earlier version is
/// surely better, or there is none.
/// </summary>
public sealed class BelowPromiseRule : IModelRule
{
    public string Code => AlertCodes.BelowPromise;

    public AlertReading Look(ModelFacts facts)
    {
        if (facts.Measure is not { } measure)
            return IsAboutAnother(facts) ? AlertReading.Fine : AlertReading.Unknown;
        if (!measure.IsSure || measure.Drop <= facts.AllowedDrop)
            return AlertReading.Fine;
        string model = facts.Model.Name;
        string metric = MetricDefinition.Find(facts.Model.Predicts, measure.Metric)!.DisplayName;
        return AlertReading.Of(new AlertFinding(
            AlertSeverity.Critical,
            $"{model} {facts.Champion} achieves {metric} {measure.Achieved:0.000} on {measure.Rows:N0} labels; {measure.Promised:0.000} was promised.",
            facts.Now,
            $"{measure.Drop:P0} less than promised, surely: at best {measure.UpperBound:0.000}. " + (facts.Earlier == 0
                ? "There is no earlier version to return to."
                : "No earlier version is surely better on the same labels."),
            $"coppice retrain {model}, and look for what has changed: coppice drift {model}",
            $"/v1/models/{model}/drift",
            Mark(measure.VersionId)));
    }

    /// <summary>A new champion is not blamed for the one before it while nobody has measured it.</summary>
    private bool IsAboutAnother(ModelFacts facts) =>
        facts.Open.TryGetValue(Code, out string? mark) && facts.Line is { } line && mark != Mark(line.ToId);

    private static string Mark(long versionId) => $"{versionId}";
}
