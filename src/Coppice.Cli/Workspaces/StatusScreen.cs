using Coppice.Cli.Models;
using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Workspaces;

/// <summary>The screen of <c>coppice status</c>: what is live, how good, how sure; what is wrong and why; what happens next.</summary>
internal static class StatusScreen
{
    /// <summary>A share of fewer says nothing.</summary>
    private const long FewestRanges = 30;

    public static void Write(Screen screen, StatusResponse status)
    {
        var parts = new List<string> { status.Workspace, Figures.Counted(status.Customers, "customer") };
        if (status.Events > 0 || status.Customers == 0)
            parts.Add(Figures.Counted(status.Events, "event"));
        if (status.LastEvent is { } last)
            parts.Add($"last event {Times.Moment(last, status.Now)}");
        if (status.Clock == "simulated")
            parts.Add($"simulated clock: {Times.Day(status.Now)}");
        if (status.Retraining is { } retraining)
            parts.Add(!retraining.On ? "retraining off" : retraining.Since is null ? "not served" : "retraining on");
        screen.Line($"{string.Join(" · ", parts)}");
        screen.Blank();
        TextTable table = new TextTable().IndentedBy(2).Left("model").Left("live").Left("since", 1).Left("now").Left("promised", 2).Left("next verdict");
        foreach (ModelStatus model in status.Models)
        {
            table.Row(
                model.Model,
                model.Champion ?? Figures.Missing,
                model.LiveSince is { } since ? Times.Moment(since, status.Now) : Figures.Missing,
                Quality(model),
                Promise(model),
                NextVerdict(model, status.Now));
        }

        table.Write(screen);
        WriteNotes(screen, status);
        StatusProblems.Write(screen, status);
        WriteNext(screen, status);
        WriteHint(screen, status);
    }

    private static string Quality(ModelStatus model)
    {
        if (model is not { Metric: { } metric, Value: { } value })
            return Figures.Missing;
        string mark = model.Promised is { } promised && value < promised ? " ▾" : "";
        return $"{Named(metric, value, model.HalfWidth)}{mark}";
    }

    private static string Named(string metric, double value, double? halfWidth) =>
        metric == "top_decile_share"
            ? $"top 10 % hold {value * 100:F0} %" + (halfWidth is { } half ? $" ±{half * 100:F0}" : "")
            : $"{MetricNames.Display(metric)} {Figures.WithInterval(value, halfWidth, MetricNames.Digits(metric))}";

    private static string Promise(ModelStatus model) => model switch
    {
        { Promised: null } => Figures.Missing,
        { Metric: "top_decile_share" } => $"≥ {model.Promised * 100:F0} %",
        _ => $"≥ {Figures.Metric(model.Promised, MetricNames.Digits(model.Metric ?? ""))}",
    };

    private static string NextVerdict(ModelStatus model, DateTimeOffset now)
    {
        string waiting = model.LabelsWaiting > 0 ? $" ({Figures.Counted(model.LabelsWaiting, "label")} waiting)" : "";
        return model.NextVerdict is { } next ? Judged(model, next, now) + waiting
            : waiting.Length > 0 ? $"{Figures.Counted(model.LabelsWaiting, "label")} waiting"
            : model.Versions > 0 ? "no new labels"
            : "no labels yet";
    }

    private static string Judged(ModelStatus model, DateTimeOffset next, DateTimeOffset now) =>
        Times.ComingDay(next, now) + (next > now && model.Waiting?.GiveOrTakeDays is { } days and > 0 ? $" ± {Math.Ceiling(days):F0} d" : "");

    private static void WriteNotes(Screen screen, StatusResponse status)
    {
        string[] notes = [.. status.Models.SelectMany(model => Notes(model, status.Now))];
        if (notes.Length > 0)
            screen.Blank();
        foreach (string note in notes)
            screen.Line($"  {note}");
    }

    private static IEnumerable<string> Notes(ModelStatus model, DateTimeOffset now)
    {
        if (model.Ramp is { } ramp)
            yield return $"{RampScreen.Line(ramp, now)} · next: {RampScreen.Next(ramp, now)}";
        if (model.Waiting is { } waiting)
        {
            string next = waiting.NextLabel is { } label ? $", the next {Times.ComingDay(label, now)}" : "";
            string expected = waiting.Estimated is { } estimate ? $" · {Named(estimate.Metric, estimate.Value, estimate.HalfWidth)} expected of the newest {Figures.Count(estimate.Predictions)}{Bound(model, estimate)}{Trust(estimate)}" : "";
            yield return $"{model.Model}: {Figures.Counted(waiting.Predictions, "label")} to come{next}{expected}";
        }

        if (model.Ranges is { Amounts: >= FewestRanges } ranges)
            yield return $"{model.Model}: {ranges.Inside * 100:0.0} % of {Figures.Counted(ranges.Amounts, "amount")} that came true lay inside the range said (90 % meant)";
        if (model.Acting is { } acting)
        {
            string saved = acting.Saved is { } value ? $" saves {Figures.WithInterval(value, acting.HalfWidth)} by 1,000 customers" : "";
            yield return $"{model.Model}: acting from {Figures.Metric(acting.Threshold)} on{saved}{(model.WaitingCost is { PerWeek: > 0 } cost ? $" · {cost.Sentence}" : "")}";
        }

        if (model.Tuned is { } tuned)
            yield return $"{model.Model} is learnt with a tuned recipe ({Times.Moment(tuned, now)}).";
    }

    /// <summary>What was promised of an error; a promise of what the table shows stands there.</summary>
    private static string Bound(ModelStatus model, EstimatedMetric expected) => expected.Promised is { } promised && expected.Metric != model.Metric
        ? $", {MetricNames.Direction(expected.Metric)} {Figures.Metric(promised, MetricNames.Digits(expected.Metric))} promised"
        : "";

    private static string Trust(EstimatedMetric expected) => expected switch
    {
        { IsTrusted: false } => $"; not to be trusted, such estimates were {Figures.Metric(Math.Abs(expected.Bias ?? 0))} too {(expected.Bias > 0 ? "high" : "low")}",
        { Bias: { } bias } when Math.Abs(bias) >= 0.0005 => $" (such estimates were {Figures.Metric(Math.Abs(bias))} too {(bias > 0 ? "high" : "low")} so far)",
        _ => "",
    };

    /// <summary>What happens by itself: what is due, the soonest first, and which labels bring a run nearer.</summary>
    private static void WriteNext(Screen screen, StatusResponse status)
    {
        if (status.Retraining is not { } retraining)
            return;
        screen.Blank();
        if (!retraining.On)
        {
            screen.Line($"  next: nothing starts by itself. Retraining {retraining.Sentence}");
            return;
        }

        var due = retraining.Models.SelectMany(model => model.Schedules).GroupBy(schedule => schedule.Name)
            .Select(group => (Name: group.Key, At: group.Min(schedule => schedule.NextDue))).OrderBy(schedule => schedule.At).Take(3)
            .Select(schedule => $"{schedule.Name} {Times.Moment(schedule.At, status.Now)}");
        var now = retraining.Models.Where(model => model.Running is not null).Select(model => $"{model.Model} is learning");
        var near = retraining.Models.Where(model => model.Running is null)
            .SelectMany(model => model.Triggers.Where(trigger => trigger is { Trigger: "new_labels", State: "waiting" or "due" }).Select(trigger => $"{model.Model} {trigger.Sentence}"));
        string[] parts = [.. now, .. due, .. near.Take(3)];
        if (parts.Length > 0)
            screen.Line($"  next: {string.Join(" · ", parts)}");
    }

    private static void WriteHint(Screen screen, StatusResponse status)
    {
        ModelStatus? worst = StatusProblems.Worst(status);
        if (status.Events == 0 && status.Customers == 0)
            screen.Hint("coppice import events FILE", "coppice import labels FILE");
        else if (status.Models.All(m => m.Champion is null))
            screen.Hint("coppice retrain");
        else if (worst is not null)
            screen.Hint(status.Alerts.Any(alert => alert.AcknowledgedBy is null) ? "coppice alerts" : $"coppice report {worst.Model}", StatusProblems.LookAt(worst));
        else if (status.Alerts.Any(alert => alert.AcknowledgedBy is null))
            screen.Hint("coppice alerts");
        else
            screen.Hint($"coppice performance {status.Models.First(m => m.Champion is not null).Model} --plot", "coppice retrain");
    }
}
