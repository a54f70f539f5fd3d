using Coppice.Cli.Invocation;
using Coppice.Client;
using Spectre.Console;

namespace Coppice.Cli.Models;

/// <summary>Shows the steps of a run while it goes on: a bar at a terminal, a line per step in a pipe, nothing in JSON.</summary>
internal static class RunProgressView
{
    public static async Task ShowAsync(CommandContext context, RunResponse run, IAsyncEnumerable<RunProgress> steps)
    {
        if (context.IsJson)
            await foreach (RunProgress _ in steps)
                continue;
        else if (context.Screen.IsLive)
            await ShowBarAsync(context, run, steps);
        else
            await WriteLinesAsync(context, run, steps);
    }

    private static Task ShowBarAsync(CommandContext context, RunResponse run, IAsyncEnumerable<RunProgress> steps) =>
        context.Screen.Console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = 30 },
                new PercentageColumn(),
                new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                ProgressTask task = progress.AddTask(Markup.Escape(run.Model), maxValue: 1);
                await foreach (RunProgress step in steps)
                {
                    task.Description = Markup.Escape($"{run.Model}  {Words(step)}");
                    task.Value = step.Fraction;
                }
            });

    private static async Task WriteLinesAsync(CommandContext context, RunResponse run, IAsyncEnumerable<RunProgress> steps)
    {
        string? current = null;
        await foreach (RunProgress step in steps)
        {
            if (step.Step == current)
                continue;
            current = step.Step;
            context.Screen.Line($"{run.Model}  {Words(step)}");
        }
    }

    private static string Words(RunProgress step) => step.Detail is null ? step.Step : $"{step.Step}: {step.Detail}";
}
