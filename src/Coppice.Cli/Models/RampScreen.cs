using System.Globalization;
using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>A version that takes over step by step: how far it is, since when, what comes next.</summary>
internal static class RampScreen
{
    public static void Write(Screen screen, RampResponse ramp)
    {
        screen.Line($"{Line(ramp, screen.Now)}");
        TextTable table = new TextTable().IndentedBy(2).Right("answers").Left("since");
        foreach (RampStepResponse step in ramp.Steps)
            table.Row(Percent(step.Share), Times.Moment(step.At, screen.Now));
        table.Write(screen);
        if (ramp.State == "running")
        {
            if (ramp.Customers is { } customers)
                screen.Line($"  {Figures.Counted(customers, "customer")} answered in this step, {Figures.Count(ramp.CustomersOfChallenger ?? 0)} of them by {ramp.Version}");
            screen.Line($"  next: {Next(ramp, screen.Now)}");
            screen.Hint($"coppice promote {ramp.Model} {ramp.Version}", $"coppice ramp {ramp.Model} --stop");
        }
        else
        {
            screen.Hint("coppice status", $"coppice rollback {ramp.Model} --list");
        }
    }

    /// <summary>The state of it in one line.</summary>
    public static string Line(RampResponse ramp, DateTimeOffset now) => ramp.State switch
    {
        "running" => $"{ramp.Model}: {ramp.Version} is taking over from {ramp.From} and answers {Percent(ramp.Share)} of the customers since {Times.Moment(ramp.Steps[^1].At, now)}",
        "done" => $"{ramp.Model}: {ramp.Version} took over from {ramp.From} in {Figures.Counted(ramp.Steps.Count, "step")} and is champion since {Times.Moment(ramp.EndedAt!.Value, now)}",
        _ => $"{ramp.Model}: {ramp.Version} was stopped at {Percent(ramp.Share)} of the customers, {Times.Moment(ramp.EndedAt!.Value, now)}, by {ramp.EndedBy}{(ramp.Code is null ? "" : $" ({ramp.Code})")}: {ramp.Reason}",
    };

    /// <summary>What comes next, and when.</summary>
    public static string Next(RampResponse ramp, DateTimeOffset now)
    {
        if (ramp.Holds is { } holds)
            return $"nothing until somebody has looked ({ramp.Code}): {holds}";
        string step = ramp.NextShare == 1 ? "everybody" : $"{Percent(ramp.NextShare ?? 1)} of the customers";
        return $"{step}, {Times.Moment(ramp.NextAt!.Value, now)} at the earliest{(ramp.Reason is null ? "" : $"; {ramp.Reason}")}";
    }

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");
}
