using Coppice.Client;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Quality;

/// <summary>What was found about one file, each finding with the severity that the workspace gives it.</summary>
/// <param name="file">The file's name: every sentence begins with it.</param>
/// <param name="severityOf">What a check does.</param>
/// <param name="accepted">Codes that its sender means.</param>
public sealed class FindingList(string file, Func<QualityCheck, QualitySeverity> severityOf, IReadOnlyCollection<string> accepted)
{
    private readonly List<QualityFinding> _findings = [];

    public IReadOnlyList<QualityFinding> All => _findings;

    /// <summary>Findings that refuse the file.</summary>
    public IReadOnlyList<QualityFinding> Blocking => [.. _findings.Where(finding => finding is { Severity: "blocking", Accepted: false })];

    public void Add(QualityCheck check, string sentence, string? column = null) => Add(check, severityOf(check), sentence, column);

    /// <summary>Adds what came to light too late to refuse anything.</summary>
    public void Warn(QualityCheck check, string sentence)
    {
        if (severityOf(check) != QualitySeverity.Off)
            Add(check, QualitySeverity.Warning, sentence, null);
    }

    private void Add(QualityCheck check, QualitySeverity severity, string sentence, string? column)
    {
        if (severity == QualitySeverity.Off)
            return;
        _findings.Add(new QualityFinding(check.Code, check.Word, severity.ToString().ToLowerInvariant(), column, $"{file}: {sentence}")
        {
            Accepted = accepted.Contains(check.Code),
        });
    }
}
