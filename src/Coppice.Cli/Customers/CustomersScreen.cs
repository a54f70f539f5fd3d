using Coppice.Cli.Models;
using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Customers;

/// <summary>The screens of <c>coppice customers</c>.</summary>
internal static class CustomersScreen
{
    public static void WriteOne(Screen screen, CustomerResponse customer)
    {
        string seen = customer.FirstSeen is { } first && customer.LastSeen is { } last
            ? $" · seen {Times.Day(first)} to {Times.Day(last)}"
            : "";
        screen.Line($"[bold]{customer.Customer}[/]  {Figures.Counted(customer.Events, "event")} · {Figures.Counted(customer.Notes, "note")} · {Figures.Counted(customer.Profiles, "profile")} · {Figures.Counted(customer.Outcomes, "outcome")}{seen}");
        screen.Blank();
        if (customer.Latest.Count == 0)
        {
            screen.Line($"No model has answered about them yet.");
            screen.Hint("coppice predict FILE");
            return;
        }

        bool ranges = customer.Latest.Any(latest => latest.Low is not null);
        TextTable table = new TextTable().IndentedBy(2).Left("model").Right("score");
        if (ranges)
            table.Left("range (90 %)");
        table.Left("version").Left("when").Left("arm", 1).Left("prediction", 2);
        foreach (RecordedPrediction latest in customer.Latest)
        {
            string[] range = ranges ? [Range(latest)] : [];
            table.Row([latest.Model, Score(latest), .. range, latest.Version, Times.Moment(latest.At, screen.Now), Arm(latest), latest.PredictionId]);
        }

        table.Write(screen);
        screen.Blank();
        foreach (RecordedPrediction latest in customer.Latest.Where(l => l.Reasons is { Count: > 0 }))
            WriteReasons(screen, latest);
        screen.Line($"{Figures.Counted(customer.Predictions, "prediction")} recorded in all");
        if (customer.Latest.Any(l => l.Reasons is { Count: > 0 }))
            screen.Line($"[dim]{ReasonText.Units}[/]");
    }

    private static void WriteReasons(Screen screen, RecordedPrediction latest)
    {
        screen.Line($"  why {latest.Model} {Figures.Metric(latest.Score)}");
        TextTable reasons = new TextTable().IndentedBy(4).Right().Left();
        foreach (PredictionReason reason in latest.Reasons!)
            reasons.Row(Figures.WithSign(reason.Contribution), ReasonText.Words(reason));
        reasons.Write(screen);
        screen.Blank();
    }

    private static string Arm(RecordedPrediction prediction) => prediction is { RefinedAt: not null, QuickScore: { } quick }
        ? $"{prediction.Arm}, first {Score(prediction with { Score = quick })}"
        : prediction.Arm;

    private static string Score(RecordedPrediction prediction) =>
        prediction.Low is null ? Figures.Metric(prediction.Score) : Figures.Amount(prediction.Score);

    private static string Range(RecordedPrediction prediction) => prediction switch
    {
        { Low: { } low, High: { } high } => $"{Figures.Amount(low)} to {Figures.Amount(high)}",
        { Low: { } low } => $"{Figures.Amount(low)} or more",
        _ => "",
    };

    public static void WriteList(Screen screen, CustomerPage page)
    {
        if (page.Customers.Count == 0)
        {
            screen.Line($"No customers.");
            screen.Hint("coppice import events FILE");
            return;
        }

        TextTable table = new TextTable().Left("customer").Right("events").Left("last event");
        foreach (CustomerSummary customer in page.Customers)
            table.Row(customer.Customer, Figures.Count(customer.Events), customer.LastEvent is { } last ? Times.Moment(last, screen.Now) : Figures.Missing);
        table.Write(screen);
        if (page.Next is not null)
            screen.Line($"[dim]and more[/]");
        screen.Hint($"coppice customers show {page.Customers[0].Customer}");
    }
}
