using Coppice.Cli.Invocation;
using Coppice.Client;
using Spectre.Console;

namespace Coppice.Cli.Models;

/// <summary>Shows how a search stands: a bar at a terminal, a line now and then in a pipe, nothing in JSON.</summary>
internal static class TuneProgressView
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(10);

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
                new ProgressBarColumn { Width = 16 },
                new PercentageColumn(),
                new TaskDescriptionColumn { Alignment = Justify.Left })
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
        long last = context.Screen.Time.GetTimestamp();
        await foreach (RunProgress step in steps)
        {
            if (step.Step == current && context.Screen.Time.GetElapsedTime(last) < LineEvery)
                continue;
            current = step.Step;
            last = context.Screen.Time.GetTimestamp();
            context.Screen.Line($"{run.Model}  {Words(step)}");
        }
    }

    private static string Words(RunProgress step) => step.Detail is null ? step.Step : $"{step.Step}: {step.Detail}";
}
