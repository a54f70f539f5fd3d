using System.Globalization;
using System.Text;

namespace Coppice.Server.Workspaces.Writing;

internal static class QualityWriter
{
    public static void Write(StringBuilder text, QualitySettings quality)
    {
        text.Append("quality:    # off | warning | blocking\n");
        foreach (string kind in QualitySettings.Parts)
        {
            var chosen = QualityChecks.Of(kind).Where(check => quality.Chosen.ContainsKey((kind, check.Word))).ToList();
            if (chosen.Count == 0)
                continue;
            string checks = string.Join(", ", chosen.Select(check => $"{check.Word}: {quality.Of(kind, check).ToString().ToLowerInvariant()}"));
            text.Append(CultureInfo.InvariantCulture, $"  {kind}: {{ {checks} }}\n");
        }
    }
}
