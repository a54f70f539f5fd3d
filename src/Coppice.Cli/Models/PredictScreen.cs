using System.Globalization;
using Coppice.Cli.Invocation;
using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>What <c>coppice predict</c> writes: a CSV into a pipe or a file, JSON, or the highest scores and why for a person.</summary>
internal static class PredictScreen
{
    private const int Shown = 5;

    public static async Task WriteAsync(CommandContext context, PredictFileResponse answers, string? destination, CancellationToken cancellationToken)
    {
        if (destination is not null)
            await File.WriteAllLinesAsync(destination, Csv(answers), cancellationToken);
        if (context.IsJson)
            context.Screen.Json(answers);
        else if (destination is not null)
        {
            Summarize(context.Screen, answers, $" → {destination}");
            context.Screen.Hint("coppice status", "coppice import outcomes FILE");
        }
        else if (context.Screen.IsLive)
        {
            WriteHighest(context.Screen, answers);
            context.Screen.Hint("coppice predict FILE --out scores.csv", "coppice customers show CUSTOMER");
        }
        else
        {
            foreach (string line in Csv(answers))
                context.Screen.Raw(line);
        }
    }

    /// <summary>For each model the customers with the highest scores.</summary>
    public static void WriteHighest(Screen screen, PredictFileResponse answers)
    {
        Summarize(screen, answers, "");
        foreach (AnsweringVersion model in answers.Models)
        {
            PredictionResponse[] all = [.. answers.Predictions.Where(p => p.Model == model.Model).DistinctBy(p => p.PredictionId)];
            TextTable table = new TextTable().IndentedBy(2).Right("score").Left("customer").Left(model.Unit is null ? "" : "why");
            string highest = all.Length > Shown ? $" · the {Shown} highest of {Figures.Count(all.Length)}" : "";
            screen.Blank();
            screen.Line($"[bold]{model.Model}[/] {model.Version}{highest}");
            foreach (PredictionResponse answer in all.OrderByDescending(p => p.Score).Take(Shown))
                table.Row(answer.Score > 1 ? Figures.Amount(answer.Score) : Figures.Metric(answer.Score), answer.Customer, ReasonText.Of(answer.Reasons ?? []));
            table.Write(screen);
        }
    }

    public static int Conclude(Screen screen, PredictFileResponse answers, string? rejected)
    {
        if (answers.SetAside > 0)
            screen.Complain($"{Figures.Counted(answers.SetAside, "row")} set aside in {rejected}: {answers.Rejects.Select(r => r.Reason).FirstOrDefault()}");
        if (answers.Predictions.Count == 0)
        {
            screen.Complain("Not one customer could be scored.");
            return ExitCode.Failed;
        }

        return answers.SetAside > 0 ? ExitCode.SomeRowsSetAside : ExitCode.Done;
    }

    private static void Summarize(Screen screen, PredictFileResponse answers, string destination)
    {
        int customers = answers.Predictions.DistinctBy(p => p.Customer).Count();
        string notes = answers.NotesKept is { } kept ? $" · {Figures.Counted(kept, "new note")} kept" : "";
        screen.Line($"{Figures.Counted(customers, "customer")} scored by {BatchProgressView.Names(answers.Models)}{destination}{notes}");
        if (answers.Models.Any(m => m.Unit is not null))
            screen.Line($"[dim]{ReasonText.Units}[/]");
        string companions = string.Join(", ", answers.Models.Where(m => m.Quick is not null).Select(m => $"{m.Quick} for {m.Model}"));
        if (companions.Length > 0 && answers.Predictions.Any(p => p is { QuickScore: not null, RefinedAt: null }))
            screen.Line($"[dim]Quick answers ({companions}); batch {answers.Batch} replaces them by those of the versions.[/]");
        else if (companions.Length > 0)
            screen.Line($"[dim]Refined after quick answers ({companions}).[/]");
    }

    private static IEnumerable<string> Csv(PredictFileResponse answers)
    {
        bool hasAmounts = answers.Predictions.Any(p => p.Low is not null);
        bool hasDecisions = answers.Predictions.Any(p => p.Decision is not null);
        bool hasQuick = answers.Predictions.Any(p => p.QuickScore is not null);
        bool hasReasons = answers.Models.Any(m => m.Unit is not null);
        return answers.Predictions
            .Select(p => string.Join(',', CsvText.Field(p.Customer), CsvText.Field(p.PredictionId), Number(p.Score), p.Model, p.Version)
                + (hasDecisions ? $",{p.Decision}" : "")
                + (hasAmounts ? $",{Number(p.Low)},{Number(p.High)}" : "")
                + (hasQuick ? $",{Number(p.QuickScore)},{Time(p.AnsweredAt)},{Time(p.RefinedAt)}" : "")
                + (hasReasons ? "," + CsvText.Field(ReasonText.Of(p.Reasons ?? [])) : ""))
            .Prepend("customer,prediction_id,score,model,version" + (hasDecisions ? ",decision" : "") + (hasAmounts ? ",low,high" : "") + (hasQuick ? ",quick_score,answered_at,refined_at" : "") + (hasReasons ? ",reasons" : ""));
    }

    private static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("O") ?? "";

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
