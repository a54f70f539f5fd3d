using Coppice.Cli.Alerts;
using Coppice.Cli.Models;
using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Workspaces;

/// <summary>The screen of <c>coppice status</c>.</summary>
internal static class StatusScreen
{
    /// <summary>A share of fewer says nothing.</summary>
    private const long FewestRanges = 30;

    /// <summary>The alert that says the same as a model's trouble.</summary>
    private const string RolledBack = "COP-ALERT-002";

    public static void Write(Screen screen, StatusResponse status)
    {
        WriteAlerts(screen, status);
        var parts = new List<string> { status.Workspace, Figures.Counted(status.Customers, "customer") };
        if (status.Events > 0 || status.Customers == 0)
            parts.Add(Figures.Counted(status.Events, "event"));
        if (status.LastEvent is { } last)
            parts.Add($"last event {Times.Moment(last, status.Now)}");
        if (status.Clock == "simulated")
            parts.Add($"simulated clock: {Times.Day(status.Now)}");
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
        WriteWaiting(screen, status);
        WriteRanges(screen, status);
        WriteTuned(screen, status);
        WriteActing(screen, status);
        WriteRepairs(screen, status);
        WriteProposals(screen, status);
        WriteWarnings(screen, status);
        WriteHint(screen, status);
    }

    private static void WriteAlerts(Screen screen, StatusResponse status)
    {
        foreach (AlertResponse alert in status.Alerts)
            AlertsScreen.WriteLine(screen, alert);
        foreach (ChannelStatus channel in status.Channels)
            AlertsScreen.WriteTrouble(screen, channel);
        if (status.Alerts.Count + status.Channels.Count > 0)
            screen.Blank();
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
        return model.NextVerdict is { } next ? Times.ComingDay(next, now) + waiting
            : waiting.Length > 0 ? $"{Figures.Counted(model.LabelsWaiting, "label")} waiting"
            : model.Versions > 0 ? "no new labels"
            : "no labels yet";
    }

    private static void WriteWaiting(Screen screen, StatusResponse status)
    {
        ModelStatus[] known = [.. status.Models.Where(m => m.Waiting is not null)];
        if (known.Length > 0)
            screen.Blank();
        foreach (ModelStatus model in known)
        {
            WaitingPredictions waiting = model.Waiting!;
            string judged = model.NextVerdict is { } verdict && waiting.GiveOrTakeDays is { } days ? $"can be judged {JudgedOn(verdict, days, status.Now)} · " : "";
            string next = waiting.NextLabel is { } label ? $", the next {Times.ComingDay(label, status.Now)}" : "";
            screen.Line($"  {model.Model}: {judged}{Figures.Counted(waiting.Predictions, "label")} to come{next}");
            if (waiting.Estimated is { } expected)
                screen.Line($"  {model.Model}: {Named(expected.Metric, expected.Value, expected.HalfWidth)} expected on {Figures.Counted(expected.Predictions, "prediction")} whose labels are to come{Trust(expected)}");
        }
    }

    private static string Trust(EstimatedMetric expected) => expected switch
    {
        { IsTrusted: false } => $"; not to be trusted, such estimates were {Figures.Metric(Math.Abs(expected.Bias ?? 0))} too {(expected.Bias > 0 ? "high" : "low")}",
        { Bias: { } bias } when Math.Abs(bias) >= 0.0005 => $" (such estimates were {Figures.Metric(Math.Abs(bias))} too {(bias > 0 ? "high" : "low")} so far)",
        _ => "",
    };

    private static string JudgedOn(DateTimeOffset verdict, double giveOrTakeDays, DateTimeOffset now)
    {
        if (verdict <= now)
            return "now";
        string day = Times.ComingDay(verdict, now);
        return $"{(char.IsAsciiDigit(day[0]) ? "on " : "")}{day} ± {Math.Ceiling(giveOrTakeDays):F0} d";
    }

    /// <summary>What is expected before labels come may raise an alarm. It never takes one back.</summary>
    private static bool IsExpectedBelowPromise(ModelStatus model) =>
        model.Waiting?.Estimated is { IsTrusted: true } expected && expected.Metric == model.Metric && expected.Value + expected.HalfWidth < model.Promised;

    private static void WriteRanges(Screen screen, StatusResponse status)
    {
        ModelStatus[] known = [.. status.Models.Where(m => m.Ranges is { Amounts: >= FewestRanges })];
        if (known.Length > 0)
            screen.Blank();
        foreach (ModelStatus model in known)
            screen.Line($"  {model.Model}: {model.Ranges!.Inside * 100:0.0} % of {Figures.Counted(model.Ranges.Amounts, "amount")} that came true lay inside the range said (90 % meant)");
    }

    private static void WriteTuned(Screen screen, StatusResponse status)
    {
        ModelStatus[] tuned = [.. status.Models.Where(m => m.Tuned is not null)];
        if (tuned.Length > 0)
            screen.Blank();
        foreach (ModelStatus model in tuned)
            screen.Line($"  {model.Model} is learnt with a tuned recipe ({Times.Moment(model.Tuned!.Value, status.Now)}).");
    }

    private static void WriteActing(Screen screen, StatusResponse status)
    {
        ModelStatus[] acting = [.. status.Models.Where(m => m.Acting is not null)];
        if (acting.Length > 0)
            screen.Blank();
        foreach (ModelStatus model in acting)
        {
            string saved = model.Acting!.Saved is { } value ? $" saves {Figures.WithInterval(value, model.Acting.HalfWidth)} by 1,000 customers" : "";
            screen.Line($"  {model.Model}: acting from {Figures.Metric(model.Acting.Threshold)} on{saved}");
            if (model.WaitingCost is { PerWeek: > 0 } cost)
                screen.Line($"  {model.Model}: {cost.Sentence}");
            if (model.Acting.Warning is { } warning)
                screen.Line($"  [yellow]![/] {model.Model}: {warning}");
        }
    }

    private static void WriteRepairs(Screen screen, StatusResponse status)
    {
        ModelStatus[] repaired = [.. status.Models.Where(m => m.Repair is not null)];
        if (repaired.Length > 0)
            screen.Blank();
        foreach (ModelStatus model in repaired)
            screen.Line($"  {model.Model}: {model.Repair}");
    }

    private static void WriteProposals(Screen screen, StatusResponse status)
    {
        ProposalResponse[] waiting = [.. status.Models.SelectMany(m => m.Proposals)];
        if (waiting.Length > 0)
            screen.Blank();
        foreach (ProposalResponse proposal in waiting)
            ProposalLines.WriteWaiting(screen, proposal);
    }

    private static void WriteWarnings(Screen screen, StatusResponse status)
    {
        ModelStatus[] broken = [.. status.Models.Where(m => m.Value < m.Promised)];
        ModelStatus[] takenBack = [.. status.Models.Where(m => m.Trouble is not null && !status.Alerts.Any(alert => alert.Code == RolledBack && alert.Model == m.Model))];
        ModelStatus[] falling = [.. status.Models.Where(IsExpectedBelowPromise)];
        if (broken.Length + takenBack.Length + falling.Length > 0)
            screen.Blank();
        foreach (ModelStatus model in takenBack)
            screen.Line($"  [yellow]![/] {model.Model}: Coppice went back to {model.Champion}. {model.Trouble}");
        foreach (ModelStatus model in falling)
            screen.Line($"  [yellow]![/] {model.Model}: expected to be below its promise on predictions whose labels are still to come.");
        foreach (ModelStatus model in broken)
        {
            string rows = model.Measured == "live_labels" ? "labels matured since its promotion" : "the labels that decided its promotion";
            screen.Line($"  [yellow]![/] {model.Model}: below its promise on {rows}.");
        }
    }

    private static void WriteHint(Screen screen, StatusResponse status)
    {
        ModelStatus? broken = status.Models.FirstOrDefault(m => m.Value < m.Promised);
        if (status.Alerts.Any(alert => alert.AcknowledgedBy is null))
            screen.Hint("coppice alerts");
        else if (status.Events == 0 && status.Customers == 0)
            screen.Hint("coppice import events FILE", "coppice import labels FILE");
        else if (status.Models.All(m => m.Champion is null))
            screen.Hint("coppice retrain");
        else if (broken is not null)
            screen.Hint($"coppice retrain {broken.Model}", $"coppice rollback {broken.Model}");
        else
            screen.Hint($"coppice history {status.Models.First(m => m.Champion is not null).Model} --plot", "coppice retrain");
    }
}
