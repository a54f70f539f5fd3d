using Coppice.Server.Serving.Batches;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts.Rules;

/// <summary>The last batch, a large file or everybody at night, could not be scored or refined to its end.</summary>
public sealed class ScoringFailsRule : IWorkspaceRule
{
    public string Code => AlertCodes.ScoringFails;

    public AlertReading Look(WorkspaceFacts facts)
    {
        var failed = facts.Batches.TakeWhile(batch => batch.State == BatchStates.Failed).ToList();
        if (failed is not [var last, ..])
            return AlertReading.Fine;
        string what = last.File.Length > 0 ? last.File : "all customers";
        return AlertReading.Of(new AlertFinding(
            failed.Count > 1 ? AlertSeverity.Critical : AlertSeverity.Warning,
            last.AnsweredAt is null ? $"Scoring {what} failed: {last.Error}" : $"Refining the scores of {what} failed: {last.Error}",
            failed[^1].FinishedAt ?? failed[^1].CreatedAt,
            last.AnsweredAt is null
                ? $"{last.RowsDone:N0} of {last.RowsTotal?.ToString("N0") ?? "an unknown number of"} rows have an answer."
                : $"{last.QuickAnswers - last.Refined:N0} rows keep the quick answer.",
            last.File.Length > 0 ? "Mend what it names and send the file again." : "Mend what it names; the next night tries again, coppice predict does now.",
            $"/v1/batches/{last.Id}",
            $"{last.Id}"));
    }
}
