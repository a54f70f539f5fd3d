using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>The leaderboard of a search and what became of its winner.</summary>
internal static class TuneScreen
{
    private const int MostLines = 10;

    public static void Write(Screen screen, RunResponse run, Leaderboard? board)
    {
        if (board is not null)
            WriteBoard(screen, board);
        if (run.Result is not { } result)
            return;
        if (result.Decision == "kept")
        {
            WriteKept(screen, run.Model, result, board);
            return;
        }

        screen.Blank();
        RunScreen.Write(screen, run);
        if (result.Decision == "promoted" && board?.Lines[0].Standing == "winner")
            screen.Hint($"coppice tune {run.Model} --forget");
        else if (result.Decision != "promoted")
            screen.Hint($"coppice versions {run.Model}", $"coppice promote {run.Model} {result.Version} --reason TEXT");
    }

    public static void WriteForgotten(Screen screen, TuningResponse forgotten)
    {
        screen.Line($"[bold]{forgotten.Model}[/]  the recipe of {Times.Day(forgotten.At)} ({forgotten.Recipe}) is forgotten");
        screen.Line($"  The champion stays; the next full retrain follows coppice.yaml again.");
        screen.Hint($"coppice retrain {forgotten.Model} --strategy full");
    }

    private static void WriteBoard(Screen screen, Leaderboard board)
    {
        int digits = MetricNames.Digits(board.Loss);
        screen.Line($"[bold]{board.Model}[/]  {Figures.Counted(board.Tried, "recipe")} in {Figures.Seconds(board.Seconds)}, measured on {Figures.Counted(board.Measured, "training row")} in {Figures.Counted(board.Folds, "part")} by {board.Order}");
        TextTable table = new TextTable().IndentedBy(2)
            .Right("#").Left(MetricNames.Display(board.Loss)).Right(MetricNames.Display(board.Ranking), 5).Left("better by").Right("parts", 2).Right("fits took", 1).Left("recipe");
        foreach (LeaderboardLine line in Shown(board))
        {
            table.Row(
                Figures.Count(line.Rank),
                Figures.WithInterval(line.Loss, line.LossHalfWidth, digits),
                Figures.Metric(line.Ranking, MetricNames.Digits(board.Ranking)),
                line.Standing.EndsWith("present", StringComparison.Ordinal) ? "in use" : Figures.WithInterval(line.Gain, line.GainHalfWidth, digits),
                Figures.Count(line.Folds),
                Figures.Seconds(line.Seconds),
                line.Recipe);
        }

        table.Write(screen);
        screen.Line($"  {board.Sentence}");
    }

    /// <summary>The first ones, and the recipe in use wherever it stands.</summary>
    private static IEnumerable<LeaderboardLine> Shown(Leaderboard board) => board.Lines
        .Where(line => line.Loss is not null)
        .Where(line => line.Rank <= MostLines || line.Standing.Contains("present", StringComparison.Ordinal));

    private static void WriteKept(Screen screen, string model, RunResult result, Leaderboard? board)
    {
        string rest = board is not null && result.Sentence.StartsWith(board.Sentence, StringComparison.Ordinal) ? result.Sentence[board.Sentence.Length..].Trim() : result.Sentence;
        screen.Line($"  {rest}");
        if (result.Code == "looked" && board?.Lines is [{ Standing: "winner" }, ..])
            screen.Hint($"coppice tune {model}");
        else
            screen.Hint($"coppice tune {model} --minutes 30", "coppice status");
    }
}
