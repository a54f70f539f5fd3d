using System.Globalization;
using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>The screen of <c>coppice drift</c>.</summary>
internal static class DriftScreen
{
    private const int InputsShown = 8;
    private const int WindowsShown = 13;

    /// <summary>Below this, a change of the mean score is not worth a number.</summary>
    private const double Hardly = 0.005;

    public static void Write(Screen screen, DriftResponse drift, DriftForm form)
    {
        screen.Line($"[bold]{drift.Model}[/]{(drift.Version is null ? "" : $" {drift.Version}")}  {Told(drift)}");
        if (drift.Version is null)
        {
            screen.Hint($"coppice retrain {drift.Model}");
            return;
        }

        screen.Blank();
        WriteViews(screen, drift);
        if (form == DriftForm.Details)
            WriteMeasures(screen, drift);
        WriteInputs(screen, drift, form);
        WriteBudget(screen, drift, form);
        if (drift.Views.Any(v => v.Verdict == "drifted"))
            screen.Hint($"coppice retrain {drift.Model} --strategy full", form == DriftForm.Details ? $"coppice history {drift.Model} --plot" : $"coppice drift {drift.Model} --details");
        else
            screen.Hint($"coppice drift {drift.Model} --details", "coppice status");
    }

    private static void WriteViews(Screen screen, DriftResponse drift)
    {
        TextTable table = new TextTable().IndentedBy(2).Left("what").Left("verdict").Left("windows", 1).Left("what was seen");
        foreach (DriftView view in drift.Views)
            table.Row(Name(view.View), Verdict(view, screen.Now), History(drift, view.View), view.Sentence);
        table.Write(screen);
    }

    private static void WriteMeasures(Screen screen, DriftResponse drift)
    {
        screen.Blank();
        TextTable table = new TextTable().IndentedBy(2).Left("what").Left("measure").Right("found").Right("bound").Right("p").Right("rows", 3).Left("code");
        foreach (DriftView view in drift.Views.Where(v => v.Measured is not null))
        {
            table.Row(
                Name(view.View),
                view.Measure!.Replace('_', ' '),
                Figures.Metric(view.Measured),
                Figures.Metric(view.Bound),
                Probability(view.PValue),
                Figures.Count(view.Rows),
                view.Code);
        }

        table.Write(screen);
        foreach (var reference in drift.Views.Where(v => v.Reference is not null).GroupBy(v => v.Reference))
            screen.Line($"  {string.Join(", ", reference.Select(v => Name(v.View)))}: against {reference.Key}");
    }

    private static void WriteInputs(Screen screen, DriftResponse drift, DriftForm form)
    {
        InputDrift[] shown = [.. drift.Inputs.Where(i => i.Differs || form == DriftForm.Details).Take(form == DriftForm.Details ? int.MaxValue : InputsShown)];
        if (shown.Length == 0)
            return;
        screen.Blank();
        (form == DriftForm.Details ? Measured(shown) : InWords(shown)).Write(screen);
        int more = drift.Inputs.Count(i => i.Differs) - shown.Length;
        if (more > 0)
            screen.Line($"  and {Figures.Counted(more, "input")} more: --details");
    }

    private static TextTable InWords(InputDrift[] inputs)
    {
        TextTable table = new TextTable().IndentedBy(2).Left("input").Left("before", 2).Left("now", 2).Left("differs").Left("moves scores");
        foreach (InputDrift input in inputs)
        {
            (string before, string now) = Bars.Of(input.Before, input.Now);
            table.Row(input.Words, before, now, Difference(input), Effect(input));
        }

        return table;
    }

    private static TextTable Measured(InputDrift[] inputs)
    {
        TextTable table = new TextTable().IndentedBy(2).Left("input").Left("").Left("measure", 1).Right("found").Right("bound").Right("PSI", 5).Right("p").Right("inflation", 3).Left("moves scores", 4);
        foreach (InputDrift input in inputs)
        {
            table.Row(
                input.Words,
                input.Differs ? "differs" : "",
                input.Measure.Replace('_', ' '),
                Figures.Metric(input.Effect),
                Figures.Metric(input.Bound),
                Figures.Metric(input.Stability),
                Probability(input.PValue),
                Figures.Metric(input.Inflation, 1),
                Effect(input));
        }

        return table;
    }

    private static void WriteBudget(Screen screen, DriftResponse drift, DriftForm form)
    {
        DriftBudget budget = drift.Budget;
        screen.Blank();
        screen.Line($"  {Figures.Counted(budget.Alarms, "alarm")} in the last three months; at most {Plain(budget.FalseAlarms)} may be false, over {Figures.Counted(budget.Models, "model")}.");
        if (form == DriftForm.Details)
            screen.Line($"  One look may raise a false alarm with a probability of {Probability(budget.Level)}. Probabilities of inputs are adjusted for their number (Benjamini and Hochberg).");
    }

    /// <summary>The sentence without the name that stands before it already.</summary>
    private static string Told(DriftResponse drift) =>
        drift.Sentence.StartsWith(drift.Model + " ", StringComparison.Ordinal) ? drift.Sentence[(drift.Model.Length + 1)..] : drift.Sentence;

    private static string Name(string view) => view switch
    {
        "together" => "inputs together",
        _ => view,
    };

    private static string Verdict(DriftView view, DateTimeOffset now) => view switch
    {
        { Verdict: "drifted", Since: { } since } => $"drifted since {Times.Moment(since, now)}",
        { Verdict: "suspected" } => "differs, once",
        { Verdict: "not_enough_data" } => "cannot tell yet",
        _ => view.Verdict,
    };

    /// <summary>How close each window came to its bound; a full bar is the bound or more.</summary>
    private static string History(DriftResponse drift, string view) =>
        Bars.Of(drift.History.Where(p => p.View == view).OrderBy(p => p.Until).TakeLast(WindowsShown).Select(p => p.Bound > 0 ? Math.Min(1, Math.Max(p.Measured / p.Bound, 0.01)) : 0.01), 1);

    private static string Difference(InputDrift input)
    {
        if (Math.Abs(input.MissingNow - input.MissingBefore) >= 0.02 && (input.Effect < input.Bound || input.MissingNow > 0.99))
            return $"missing {Share(input.MissingBefore)} → {Share(input.MissingNow)}";
        if (input is { MeanBefore: { } before, MeanNow: { } now })
            return $"mean {Figures.Metric(before, 2)} → {Figures.Metric(now, 2)}";
        return input.NewCategories is > 0.01 ? $"{Share(input.NewCategories.Value)} have a new value" : "shares of its values";
    }

    private static string Effect(InputDrift input) =>
        input.Importance == 0 ? "not used" : Math.Abs(input.ScoreChange) < Hardly ? "hardly" : $"{(input.ScoreChange > 0 ? "up" : "down")} by {Figures.Metric(Math.Abs(input.ScoreChange), 2)}";

    private static string Share(double share) => $"{(share * 100).ToString("0", CultureInfo.InvariantCulture)} %";

    private static string Plain(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Probability(double? p) => p switch
    {
        null => Figures.Missing,
        < 0.0001 => "<.0001",
        _ => Figures.Metric(p, 4),
    };
}
