using Coppice.Cli.Invocation;
using Coppice.Client;
using Spectre.Console;

namespace Coppice.Cli.Models;

/// <summary>Shows the steps of a run while it goes on: a bar at a terminal, a line per step in a pipe, nothing in JSON.</summary>
internal static class RunProgressView
{
    private static readonly TimeSpan SearchLineEvery = TimeSpan.FromSeconds(10);

    public static Task ShowAsync(CommandContext context, RunResponse run, IAsyncEnumerable<RunProgress> steps) => ShowAsync(
        context,
        run,
        steps,
        [new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new ElapsedTimeColumn()],
        Timeout.InfiniteTimeSpan);

    /// <summary>A search tells more of how it stands than of its steps: the words come last, and a line now and then within a step.</summary>
    public static Task ShowSearchAsync(CommandContext context, RunResponse run, IAsyncEnumerable<RunProgress> steps) => ShowAsync(
        context,
        run,
        steps,
        [new ProgressBarColumn { Width = 16 }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }],
        SearchLineEvery);

    private static async Task ShowAsync(CommandContext context, RunResponse run, IAsyncEnumerable<RunProgress> steps, ProgressColumn[] columns, TimeSpan lineEvery)
    {
        if (context.IsJson)
            await foreach (RunProgress _ in steps)
                continue;
        else if (context.Screen.IsLive)
            await ShowBarAsync(context, run, steps, columns);
        else
            await WriteLinesAsync(context, run, steps, lineEvery);
    }

    private static Task ShowBarAsync(CommandContext context, RunResponse run, IAsyncEnumerable<RunProgress> steps, ProgressColumn[] columns) =>
        context.Screen.Console.Progress()
            .AutoClear(true)
            .Columns(columns)
            .StartAsync(async progress =>
            {
                ProgressTask task = progress.AddTask(Markup.Escape(run.Model), maxValue: 1);
                await foreach (RunProgress step in steps)
                {
                    task.Description = Markup.Escape($"{run.Model}  {Words(step)}");
                    task.Value = step.Fraction;
                }
            });

    private static async Task WriteLinesAsync(CommandContext context, RunResponse run, IAsyncEnumerable<RunProgress> steps, TimeSpan lineEvery)
    {
        string? current = null;
        long last = context.Screen.Time.GetTimestamp();
        await foreach (RunProgress step in steps)
        {
            bool isDue = lineEvery != Timeout.InfiniteTimeSpan && context.Screen.Time.GetElapsedTime(last) >= lineEvery;
            if (step.Step == current && !isDue)
                continue;
            current = step.Step;
            last = context.Screen.Time.GetTimestamp();
            context.Screen.Line($"{run.Model}  {Words(step)}");
        }
    }

    private static string Words(RunProgress step) => step.Detail is null ? step.Step : $"{step.Step}: {step.Detail}";
}
