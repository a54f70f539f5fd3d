using Coppice.Cli.Imports;
using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>What a run made and what was decided about it.</summary>
internal static class RunScreen
{
    public static void Write(Screen screen, RunResponse run)
    {
        RunResult result = run.Result!;
        if (result.Decision == "compared")
        {
            if (result.Against is null)
                screen.Line($"[bold]{run.Model}[/]  nothing compared");
            else
                screen.Line($"[bold]{run.Model}[/]  compared on {Figures.Counted(result.BlockRows, "fresh label")} ({Figures.Count(result.BlockPositives)} positive)");
            screen.Line($"  {result.Sentence}");
            return;
        }

        screen.Line($"[bold]{run.Model}[/]  {Strategy(run)}");
        if (result.Steps.Count > 0)
            screen.Line($"  {string.Join(" ▸ ", result.Steps.Select(Step))}");
        if (result.Repair is { } rungs)
            RepairTable.Write(screen, rungs);
        ImportScreen.WriteNoticed(screen, result.DataFindings);
        WriteMeasured(screen, result);
        WriteDecision(screen, run.Model, result);
        if (result.Threshold?.Warning is { } warning)
            screen.Line($"  [yellow]![/] {warning}");
    }

    // A step too short to matter is named without its time.
    private static string Step(StepSeconds step) => step.Seconds < 0.05 ? step.Step : $"{step.Step} {Figures.Seconds(step.Seconds)}";

    private static string Strategy(RunResponse run)
    {
        RunResult result = run.Result!;
        if (run.Strategy == "repair")
            return $"repair on {Figures.Counted(result.NewRows, "new label")}";
        if (run.Strategy == "tune")
            return $"full with the best recipe found, on {Figures.Counted(result.TrainingRows, "row")}";
        if (run.Strategy == "full")
            return $"full on {Figures.Counted(result.TrainingRows, "row")}, {Figures.Count(result.NewRows)} of them new";
        string replayed = Figures.Count(Math.Max(0, result.TrainingRows - result.NewRows));
        return $"incremental ({run.Strategy}) on {Figures.Counted(result.NewRows, "new label")}, {replayed} replayed";
    }

    private static void WriteMeasured(Screen screen, RunResult result)
    {
        string rows = $"{Figures.Counted(result.BlockRows, "fresh label")} ({Figures.Count(result.BlockPositives)} positive)";
        if (result.Against is null)
        {
            screen.Line($"  {result.Version} is the first, measured on {rows}");
            IEnumerable<string> figures = MetricNames.InOrderOfInterest
                .Where(m => result.Metrics.GetValueOrDefault(m) is not null)
                .Take(4)
                .Select(m => $"{MetricNames.Display(m)} {Figures.WithInterval(result.Metrics[m], HalfWidth(result, m), MetricNames.Digits(m))}");
            if (result.Metrics.Count > 0)
                screen.Line($"    {string.Join(" · ", figures)}");
            WriteAmounts(screen, result);
            return;
        }

        screen.Line($"  challenger {result.Version} against {result.Against} on {rows}");
        VerdictResponse? drift = result.Verdicts.FirstOrDefault(v => v.Gate == "prediction_drift");
        ComparisonTable.Write(screen, result.Comparisons, result.MeanChange, result.DecileChanges, drift, result.Shock);
        WritePast(screen, result.Eras);
        WriteAmounts(screen, result);
    }

    /// <summary>The quarter of the past, or the group of customers in one, that the challenger remembers worst.</summary>
    private static void WritePast(Screen screen, IReadOnlyList<EraResponse> eras)
    {
        EraResponse[] counted = [.. eras.Where(era => era.Counts)];
        EraSegmentResponse[] strata =
        [
            .. counted.Select(era => new EraSegmentResponse(era.Era, era.Rows, era.Compared, era.PValue)),
            .. counted.SelectMany(era => era.Segments.Select(segment => segment with { Segment = $"{era.Era}, {segment.Segment}" })),
        ];
        string label = "past";
        if (strata.MinBy(stratum => stratum.PValue) is { Compared: { Improvement: { } improvement } compared } weakest)
        {
            string change = $"{(improvement < 0 ? "worse" : "better")} by {Figures.WithInterval(Math.Abs(improvement), compared.HalfWidth, MetricNames.Digits(compared.Metric))}";
            string found = $"{MetricNames.Display(compared.Metric)} {change} on {Figures.Counted(weakest.Rows, "row")}";
            string looked = Figures.Counted(counted.Length, "quarter");
            if (strata.Length == counted.Length)
                screen.Line($"    {label,-8}  {looked}, weakest {weakest.Segment}: {found}");
            else
            {
                screen.Line($"    {label,-8}  {looked} and {Figures.Counted(strata.Length - counted.Length, "segment")} within, weakest {weakest.Segment}:");
                screen.Line($"              {found}");
            }

            label = "";
        }

        if (counted.Length < eras.Count)
            screen.Line($"    {label,-8}  {Figures.Counted(eras.Count - counted.Length, "quarter")} before the world changed not counted");
    }

    private static void WriteAmounts(Screen screen, RunResult result)
    {
        foreach (string line in AmountLines.Of(result.Metrics, result.Bands))
            screen.Line($"    {line}");
    }

    private static double? HalfWidth(RunResult result, string metric) =>
        result.Bands.GetValueOrDefault(metric) is { } band ? (band.Upper - band.Lower) / 2 : null;

    private static void WriteDecision(Screen screen, string model, RunResult result)
    {
        string sentence = Decisions.Sentence(result);
        switch (result.Decision)
        {
            case "promoted":
                string undo = result.FirstShare is { } share ? $" · takes over step by step, {RampScreen.Percent(share)} of the customers now: coppice ramp {model}"
                    : result.Against is null ? "" : $" · undo: coppice rollback {model}";
                screen.Line($"  [green]{Decisions.Label(result)}[/]{sentence}{undo}");
                break;
            case "held":
                screen.Line($"  [yellow]{Decisions.Label(result)}[/]{sentence}");
                break;
            default:
                screen.Line($"  [red]{Decisions.Label(result)}[/]{sentence}");
                break;
        }

        if (result.Decision == "promoted")
            return;
        // Without enough labels no other gate can tell anything either.
        IEnumerable<VerdictResponse> worthSaying = result.Code == "insufficient_labels"
            ? result.Verdicts.Where(v => v.Gate == "enough_labels" || v.Outcome == "failed")
            : result.Verdicts.Where(v => v.Outcome is "failed" or "not_enough_data");
        foreach (VerdictResponse verdict in worthSaying)
            screen.Line($"    {verdict.Code} {verdict.Gate.Replace('_', ' ')}{(verdict.Sentence == result.Sentence ? "" : $": {verdict.Sentence}")}");
    }
}
