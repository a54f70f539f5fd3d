using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Imports;

/// <summary>The screen of <c>coppice imports</c>.</summary>
internal static class ImportsScreen
{
    public static void Write(Screen screen, ImportList imports)
    {
        if (imports.Imports.Count == 0)
        {
            screen.Line($"No file has come yet.");
            screen.Hint("coppice import events FILE");
            return;
        }

        var table = new TextTable().Right("import").Left("came").Left("kind").Left("file").Right("rows").Right("new").Right("set aside").Left("noticed");
        foreach (ImportResponse import in imports.Imports)
        {
            string kind = import.Kind == "examples" ? "labels" : import.Kind;
            table.Row($"{import.Id}", Times.Moment(import.At, screen.Now), kind, import.File, Figures.Count(import.RowsRead), Figures.Count(import.Imported), Figures.Count(import.SetAside), Noticed(import));
        }

        table.Write(screen);
        foreach (ImportResponse import in imports.Imports.Where(import => import.Findings.Count > 0))
        {
            screen.Blank();
            screen.Line($"{(import.State == "refused" ? $"import {import.Id} was refused:" : $"import {import.Id}:")}");
            ImportScreen.WriteNoticed(screen, import.Findings);
        }

        if (imports.Before is { } before)
            screen.Hint($"coppice imports --before {before}");
        else
            screen.Hint("coppice stats");
    }

    private static string Noticed(ImportResponse import)
    {
        string checks = string.Join(", ", import.Findings.Select(finding => finding.Check).Distinct());
        return import.State == "refused" ? $"refused: {checks}" : checks;
    }
}
