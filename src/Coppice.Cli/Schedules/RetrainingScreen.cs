using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Schedules;

/// <summary>The screen of <c>coppice schedule show</c>.</summary>
internal static class RetrainingScreen
{
    public static void Write(Screen screen, RetrainingStatus status)
    {
        screen.Line($"retraining {status.Sentence}");
        if (status.Error is { } error)
            screen.Line($"  [yellow]![/] {error}");
        foreach (ModelRetraining model in status.Models)
            Write(screen, model);
        screen.Hint("coppice status", status.On ? "coppice schedule stop" : "coppice schedule start");
    }

    private static void Write(Screen screen, ModelRetraining model)
    {
        screen.Blank();
        string progress = model.Progress is { } step ? $" · {step.Step} {step.Fraction * 100:0} %" : "";
        screen.Line($"[bold]{model.Model}[/]  {model.State}{progress}");
        foreach (TriggerStatus trigger in model.Triggers.Where(t => t.State != "off"))
            screen.Line($"  {trigger.Trigger.Replace('_', ' '),-12} {trigger.Sentence}");
        if (model.WaitingCost is { } cost)
            screen.Line($"  waiting      {cost.Sentence}");
        if (model.Schedules.Count > 0)
            screen.Line($"  next         {string.Join(" · ", model.Schedules.Select(s => $"{s.Name} {Times.Moment(s.NextDue, screen.Now)}"))}");
        if (model.LastRun is { } run)
            screen.Line($"  last run     {Times.Moment(run.StartedAt, screen.Now)}, {run.Trigger.Replace('_', ' ')}: {run.Result?.Sentence ?? run.Error ?? run.State}");
    }
}
