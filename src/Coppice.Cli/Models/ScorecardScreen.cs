using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>The screen of <c>coppice history --scorecard</c>.</summary>
internal static class ScorecardScreen
{
    private const int Shown = 20;

    public static void Write(Screen screen, ScorecardResponse scorecard)
    {
        screen.Line($"[bold]{scorecard.Model}[/]  {Figures.Counted(scorecard.Decisions.Count, "decision")}: {Figures.Count(scorecard.Right)} right, {Figures.Count(scorecard.Wrong)} wrong, {Figures.Count(scorecard.CannotTell)} cannot be told yet");
        if (scorecard.Decisions.Count > 0)
            Table(screen, scorecard).Write(screen);
        screen.Line($"  {scorecard.Sentence}");
        screen.Hint($"coppice history {scorecard.Model}", $"coppice compare {scorecard.Model} VERSION VERSION");
    }

    private static TextTable Table(Screen screen, ScorecardResponse scorecard)
    {
        bool hasCosts = scorecard.Decisions.Any(d => d.Saved is not null);
        TextTable table = new TextTable().IndentedBy(2).Left("decision").Left("when", 1).Left("was").Left("the winner since").Right("labels", 1);
        if (hasCosts)
            table.Left("saved by 1,000");
        foreach (ReviewedDecision decision in scorecard.Decisions.Take(Shown))
        {
            string[] cells =
            [
                $"{decision.Version} {decision.Decision} against {decision.Against}",
                Times.Moment(decision.DecidedAt, screen.Now),
                decision.Verdict == "cannot_tell" ? "not told yet" : decision.Verdict,
                Difference(decision),
                decision.Rows == 0 ? "" : Figures.Count(decision.Rows),
            ];
            table.Row(hasCosts ? [.. cells, Figures.WithInterval(decision.Saved, decision.SavedHalfWidth)] : cells);
        }

        return table;
    }

    private static string Difference(ReviewedDecision decision)
    {
        if (decision is not { Metric: { } metric, Difference: { } difference })
            return "";
        int digits = MetricNames.Digits(metric);
        return $"{MetricNames.Display(metric)} {(difference >= 0 ? "better" : "worse")} by {Figures.WithInterval(Math.Abs(difference), decision.HalfWidth, digits)}";
    }
}
