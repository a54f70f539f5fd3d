using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>What a change of version does to the people who act on scores.</summary>
internal static class ShockScreen
{
    public static void Write(Screen screen, PreviewResponse preview)
    {
        if (preview.Shock is not { } shock)
        {
            screen.Line($"[bold]{preview.Model}[/]  {preview.To} takes no one's place: there is no champion that scores could be compared with");
            return;
        }

        string who = shock.Source == "latest" ? $"{Figures.Counted(shock.Customers, "customer")} as they are now" : $"the newest labelled rows of {Figures.Counted(shock.Customers, "customer")}";
        screen.Line($"[bold]{preview.Model}[/]  {preview.To} instead of {preview.From}, for {who}");
        screen.Line($"  {Figures.Counted(shock.DecileChanges, "customer")} {(shock.DecileChanges == 1 ? "changes" : "change")} decile · {shock.TopOverlap * 100:F0} % of the top tenth stay in it");
        screen.Line($"  {Crossing(shock)}");
        WriteMovers(screen, shock);
    }

    /// <summary>Such as <c>12 of 4,000 cross .50 (.3 % of 25 % allowed): 8 in, 4 out, 812 → 816</c>.</summary>
    public static string Crossing(ShockResponse shock)
    {
        string allowed = $"({shock.Crossing * 100:0.#} % of {shock.Bound * 100:0.#} % allowed)";
        return shock.Threshold is { } threshold
            ? $"{Figures.Count(shock.Entering + shock.Leaving)} of {Figures.Count(shock.Customers)} cross {Figures.Metric(threshold, 2)} {allowed}: {Figures.Count(shock.Entering)} in, {Figures.Count(shock.Leaving)} out, {Figures.Count(shock.ChosenBefore)} → {Figures.Count(shock.ChosenAfter)}"
            : $"{Figures.Count(shock.Leaving)} of {Figures.Count(shock.ChosenBefore)} in the top tenth are replaced {allowed}";
    }

    public static void WriteMovers(Screen screen, ShockResponse shock)
    {
        if (shock.Movers.Count == 0)
            return;
        screen.Line($"  who moves most, and what is looked at differently");
        foreach (MoverResponse mover in shock.Movers)
        {
            string reasons = string.Join(" · ", mover.Reasons.Select(reason => $"{reason.Words} {Figures.WithSign(reason.Before)} → {Figures.WithSign(reason.After)}"));
            screen.Line($"    {mover.Customer}  {Score(shock, mover.Before)} → {Score(shock, mover.After)}  {reasons}");
        }
    }

    private static string Score(ShockResponse shock, double score) => shock.Threshold is null ? Figures.Amount(score) : Figures.Metric(score, 2);
}
