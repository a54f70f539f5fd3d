using Coppice.Cli.Alerts;
using Coppice.Cli.Models;
using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Workspaces;

/// <summary>What is wrong, a line each with its cause, and what was tried.</summary>
internal static class StatusProblems
{
    public static void Write(Screen screen, StatusResponse status)
    {
        AlertResponse[] untold = [.. status.Alerts.Where(alert => alert is { AcknowledgedBy: null, SilencedUntil: null } && !IsTold(status, alert))];
        ModelStatus[] doubted = [.. status.Models.Where(model => model.Verdict is { State: "watch" or "wrong" })];
        ModelStatus[] repaired = [.. status.Models.Where(model => model.Repair is not null && !doubted.Contains(model))];
        ModelStatus[] warned = [.. status.Models.Where(model => model.Acting?.Warning is not null)];
        ProposalResponse[] proposals = [.. status.Models.SelectMany(model => model.Proposals)];
        int known = status.Alerts.Count(alert => alert.AcknowledgedBy is not null || alert.SilencedUntil is not null);
        if (untold.Length + doubted.Length + repaired.Length + proposals.Length + warned.Length + known + status.Channels.Count > 0)
            screen.Blank();
        foreach (AlertResponse alert in untold)
            AlertsScreen.WriteLine(screen, alert);
        foreach (ModelStatus model in doubted)
            Write(screen, model);
        foreach (ModelStatus model in repaired)
            screen.Line($"  {model.Model}: {model.Repair}");
        foreach (ModelStatus model in warned)
            screen.Line($"[yellow]![/] {model.Model}: {model.Acting!.Warning}");
        foreach (ProposalResponse proposal in proposals)
            ProposalLines.WriteWaiting(screen, proposal);
        foreach (ChannelStatus channel in status.Channels)
            AlertsScreen.WriteTrouble(screen, channel);
        if (known > 0)
            screen.Line($"  {Figures.Counted(known, "alert")} that somebody looks after or has silenced");
    }

    /// <summary>The model that is worst off; null where all are right.</summary>
    public static ModelStatus? Worst(StatusResponse status) =>
        status.Models.FirstOrDefault(model => model.Verdict?.State == "wrong") ?? status.Models.FirstOrDefault(model => model.Verdict?.State == "watch");

    /// <summary>Where the grounds of a doubt can be looked at.</summary>
    public static string LookAt(ModelStatus model) =>
        model.Verdict!.Because.Any(ground => ground.What == "drift") ? $"coppice drift {model.Model}" : $"coppice performance {model.Model} --plot";

    private static void Write(Screen screen, ModelStatus model)
    {
        IEnumerable<string> grounds = model.Verdict!.Because
            .Where(ground => ground.Weight is "watch" or "wrong" && ground.What != "alert")
            .Select(ground => ground.Sentence)
            .Append(model.Repair ?? "")
            .Where(sentence => sentence.Length > 0)
            .Select(sentence => sentence.EndsWith('.') ? sentence : sentence + ".");
        string text = string.Join(' ', grounds);
        if (text.Length == 0)
            return;
        if (model.Verdict.State == "wrong")
            screen.Line($"[red]✕[/] {model.Model}: {text}");
        else
            screen.Line($"[yellow]![/] {model.Model}: {text}");
    }

    /// <summary>Whether a verdict says the same with its cause.</summary>
    private static bool IsTold(StatusResponse status, AlertResponse alert) =>
        alert.Code == "COP-ALERT-005" && status.Models.Any(model => model.Model == alert.Model && model.Verdict?.Because.Any(ground => ground.What == "drift") == true);
}
