using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts;

/// <summary>Severities as they are stored, sent and answered.</summary>
public static class AlertSeverities
{
    public static string Word(AlertSeverity severity) => severity switch
    {
        AlertSeverity.Critical => "critical",
        AlertSeverity.Warning => "warning",
        _ => "notice",
    };

    public static AlertSeverity Of(string word) => word switch
    {
        "critical" => AlertSeverity.Critical,
        "warning" => AlertSeverity.Warning,
        _ => AlertSeverity.Notice,
    };
}
