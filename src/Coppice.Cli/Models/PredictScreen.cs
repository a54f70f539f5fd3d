using System.Globalization;
using Coppice.Cli.Invocation;
using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>What <c>coppice predict</c> writes: a CSV, JSON, or a line about the file it wrote.</summary>
internal static class PredictScreen
{
    public static async Task WriteAsync(CommandContext context, PredictFileResponse answers, string? destination, CancellationToken cancellationToken)
    {
        if (destination is not null)
            await File.WriteAllLinesAsync(destination, Csv(answers), cancellationToken);
        if (context.IsJson)
            context.Screen.Json(answers);
        else if (destination is null)
        {
            foreach (string line in Csv(answers))
                context.Screen.Raw(line);
        }
        else
        {
            context.Screen.Line($"{Figures.Counted(answers.Predictions.Count, "customer")} scored by {BatchProgressView.Names(answers.Models)} → {destination}");
            if (answers.Models.Any(m => m.Unit is not null))
                context.Screen.Line($"[dim]{ReasonText.Units}[/]");
            context.Screen.Hint("coppice status", "coppice import outcomes FILE");
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

    private static IEnumerable<string> Csv(PredictFileResponse answers)
    {
        bool hasAmounts = answers.Predictions.Any(p => p.Low is not null);
        bool hasReasons = answers.Models.Any(m => m.Unit is not null);
        return answers.Predictions
            .Select(p => string.Join(',', CsvText.Field(p.Customer), CsvText.Field(p.PredictionId), Number(p.Score), p.Model, p.Version)
                + (hasAmounts ? $",{Number(p.Low)},{Number(p.High)}" : "")
                + (hasReasons ? "," + CsvText.Field(ReasonText.Of(p.Reasons ?? [])) : ""))
            .Prepend("customer,prediction_id,score,model,version" + (hasAmounts ? ",low,high" : "") + (hasReasons ? ",reasons" : ""));
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
