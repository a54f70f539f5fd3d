using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Changes of champion: one that has just happened, or all of them.</summary>
internal static class DeploymentsScreen
{
    public static void WriteChange(Screen screen, DeploymentResponse deployment)
    {
        string verb = deployment.Kind == "rollback" ? "rolled back to" : "promoted";
        string from = deployment.From is null ? "" : $", {deployment.From} before";
        screen.Line($"{deployment.Model}  {verb} {deployment.To}{from} · by {deployment.By} · {deployment.Reason}");
        if (deployment.Override is { } act)
            screen.Line($"  {ProposalLines.Of(act)}");
        screen.Hint("coppice status", $"coppice rollback {deployment.Model} --list");
    }

    private static string Kind(DeploymentResponse line) =>
        line.Steps.Count == 0 ? line.Kind : $"{line.Kind} after {Figures.Counted(line.Steps.Count, "step")} since {Times.Day(line.Steps[0].At)}";

    public static void WriteJournal(Screen screen, string model, IReadOnlyList<DeploymentResponse> journal)
    {
        if (journal.Count == 0)
        {
            screen.Line($"{model} has had no champion yet.");
            screen.Hint($"coppice retrain {model}");
            return;
        }

        screen.Line($"[bold]{model}[/]  {Figures.Counted(journal.Count, "change")} of champion, newest first");
        TextTable table = new TextTable().IndentedBy(2).Right("#").Left("when").Left("what").Left("from").Left("to").Left("by").Left("reason");
        foreach (DeploymentResponse line in journal)
            table.Row(Figures.Count(line.Number), Times.Moment(line.At, screen.Now), Kind(line), line.From ?? Figures.Missing, line.To, line.By, line.Reason);
        table.Write(screen);
        string? target = journal[0].From;
        if (target is not null)
            screen.Hint($"coppice rollback {model}", $"coppice compare {model} {target} {journal[0].To}");
    }
}
