using Coppice.Server.Quality;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts.Rules;

/// <summary>A file was refused for its quality, and none like it has come in since.</summary>
public sealed class FileRefusedRule : IWorkspaceRule
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    public string Code => AlertCodes.FileRefused;

    public AlertReading Look(WorkspaceFacts facts)
    {
        // Newest first: what was imported later makes good what was refused before.
        var made = new List<ImportRecord>();
        foreach (var import in facts.Imports.TakeWhile(import => facts.Now - import.At <= Remembered))
        {
            if (import.State == ImportRecord.Imported)
                made.Add(import);
            else if (!made.Exists(later => later.Kind == import.Kind && FileSeries.AreNamedAlike(later.File, import.File)))
                return AlertReading.Of(Finding(import));
        }

        return AlertReading.Fine;
    }

    private static AlertFinding Finding(ImportRecord refused) => new(
        AlertSeverity.Warning,
        $"A file of {refused.Kind} was refused. {refused.ReadFindings().FirstOrDefault(finding => finding.Severity == "blocking")?.Sentence}".TrimEnd(),
        refused.At,
        "What it would have brought is missing: inputs are stale, and labels may come late.",
        "Mend the file and import it again, or accept what was found; coppice imports says it in full.",
        "/v1/imports?state=refused",
        $"{refused.Id}");
}
