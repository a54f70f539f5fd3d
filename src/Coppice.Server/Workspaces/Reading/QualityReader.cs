namespace Coppice.Server.Workspaces.Reading;

/// <summary>Reads what findings about data do: by kind of data, by check.</summary>
internal static class QualityReader
{
    private static readonly Dictionary<string, QualitySeverity> Severities = new()
    {
        ["off"] = QualitySeverity.Off,
        ["warning"] = QualitySeverity.Warning,
        ["blocking"] = QualitySeverity.Blocking,
    };

    // What is only known once everything is stored comes too late to refuse.
    private static readonly Dictionary<string, QualitySeverity> AfterwardsOnly = new()
    {
        ["off"] = QualitySeverity.Off,
        ["warning"] = QualitySeverity.Warning,
    };

    public static QualitySettings Read(Section section)
    {
        var chosen = new Dictionary<(string, string), QualitySeverity>();
        foreach (string kind in QualitySettings.Parts)
        {
            var checks = section.Child(kind);
            foreach (var check in QualityChecks.Of(kind))
            {
                var severity = checks.Choice(check.Word, check.Usual, check.Moment == CheckMoment.Before ? Severities : AfterwardsOnly);
                if (severity != check.Usual)
                    chosen[(kind, check.Word)] = severity;
            }

            checks.ReportUnknownKeys();
        }

        section.ReportUnknownKeys();
        return new QualitySettings { Chosen = chosen };
    }
}
