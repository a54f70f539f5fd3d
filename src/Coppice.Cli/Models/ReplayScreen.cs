using Coppice.Cli.Terminal;
using Coppice.Client;
using Spectre.Console;

namespace Coppice.Cli.Models;

/// <summary>The screen of <c>coppice replay</c>: decisions as they fall, then what came of the whole.</summary>
internal static class ReplayScreen
{
    public static async Task ShowAsync(Screen screen, string model, IAsyncEnumerable<ReplayLine> lines)
    {
        var arms = new List<ArmResult>();
        ReplaySummary? summary = null;
        await LiveAsync(screen, model, async tick =>
        {
            await foreach (ReplayLine line in lines)
            {
                tick(line);
                WriteDecision(screen, line);
                if (line.Arm is not null)
                    arms.Add(line.Arm);
                summary = line.Summary ?? summary;
            }
        });
        if (arms.Count > 0)
            WriteArms(screen, model, arms);
        if (summary is not null)
            WriteSummary(screen, model, summary);
    }

    public static void WriteDecision(Screen screen, ReplayLine line)
    {
        if (line is not { Kind: "decision", At: { } at })
            return;
        if (line.Result is { } result)
            screen.Line($"{Times.Day(at)}  {result.Version,-6} {Decisions.Label(result)}{Decisions.Sentence(result)}");
        else
            screen.Line($"{Times.Day(at)}  {line.Text}");
    }

    public static void WriteArms(Screen screen, string model, IReadOnlyList<ArmResult> arms)
    {
        screen.Line($"[bold]{model}[/]  {Figures.Counted(arms[0].Rows, "row")}, each scored before it was learnt; best log-loss first");
        TextTable table = new TextTable().IndentedBy(2)
            .Left("arm").Right("log-loss").Right("AUC").Right("accuracy").Right("update, median").Right("slowest", 1).Right("trees", 2);
        foreach (ArmResult arm in arms.OrderBy(a => a.LogLoss))
        {
            table.Row(
                arm.Arm,
                Figures.Metric(arm.LogLoss, 4),
                Figures.Metric(arm.Auc),
                Figures.Metric(arm.Accuracy),
                Figures.Seconds(arm.UpdateSecondsMedian),
                Figures.Seconds(arm.UpdateSecondsMost),
                Figures.Count(arm.TreesAtEnd));
        }

        table.Write(screen);
    }

    public static void WriteSummary(Screen screen, string model, ReplaySummary summary)
    {
        int digits = MetricNames.Digits(summary.Metric);
        screen.Blank();
        string decisions = $"{summary.Promotions} promoted, {summary.Holds} held, {summary.Rejections} rejected, {summary.RollBacks} rolled back";
        screen.Line($"[bold]{model}[/]  {Figures.Counted(summary.Runs, "run")}: {decisions} · {Figures.Seconds(summary.TrainingSeconds)} of training");
        string live = $"live {MetricNames.Display(summary.Metric)} {Figures.Metric(summary.LiveMetric, digits)}";
        string labels = Figures.Counted(summary.LabelledRows, "label");
        screen.Line($"  {live} on {labels} · never updated: {Figures.Metric(summary.NeverUpdatedMetric, digits)}");
        screen.Hint($"coppice replay {model} --every 7", $"coppice history {model} --plot");
    }

    private static Task LiveAsync(Screen screen, string model, Func<Action<ReplayLine>, Task> play)
    {
        if (!screen.IsLive)
            return play(_ => { });
        return screen.Console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = 30 },
                new PercentageColumn(),
                new ElapsedTimeColumn())
            .StartAsync(progress =>
            {
                ProgressTask task = progress.AddTask(Markup.Escape($"replay {model}"), maxValue: 1);
                return play(line =>
                {
                    task.Value = line.Fraction;
                    if (line.At is { } at)
                        task.Description = Markup.Escape($"{Times.Day(at)}  {line.Text}".TrimEnd());
                });
            });
    }
}
