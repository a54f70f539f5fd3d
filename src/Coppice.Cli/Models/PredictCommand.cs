using System.CommandLine;
using System.Globalization;
using Coppice.Cli.Imports;
using Coppice.Cli.Invocation;
using Coppice.Cli.Terminal;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Scores a file of customers with the champion.</summary>
internal sealed class PredictCommand : CoppiceCommand
{
    // One argument of one or two words: the parser fills arguments from the left, and it is the left one that may be missing.
    private readonly Argument<string[]> _modelAndFile = new("[MODEL] FILE")
    {
        Description = "the model (may be left out where there is one) and a CSV with a column of customers",
        Arity = new ArgumentArity(1, 2),
    };

    private readonly Option<string?> _out = new("--out") { Description = "write the answers there (default: standard output)", HelpName = "FILE" };

    public PredictCommand()
        : base("predict", "Score a file of customers and record the predictions.")
    {
        Arguments.Add(_modelAndFile);
        Options.Add(_out);
    }

    public override IReadOnlyList<string> Examples => ["coppice predict purchase customers.csv --out scores.csv"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string[] words = context.Get(_modelAndFile)!;
        string path = words[^1];
        await using FileStream file = ImportCommand.Open(path);
        await using ServerConnection connection = await context.ConnectAsync("predict", cancellationToken);
        string model = words.Length == 2 ? words[0] : await OnlyModelAsync(connection.Client, cancellationToken);
        PredictFileResponse answers = await connection.Client.PredictFileAsync(model, file, Path.GetFileName(path), cancellationToken);
        string? rejected = await RejectedRowsFile.WriteAsync(path, answers.Rejects, cancellationToken);
        if (context.Get(_out) is { } destination)
            await WriteFileAsync(context, answers, destination, cancellationToken);
        else if (context.IsJson)
            context.Screen.Json(answers);
        else
            foreach (string line in Csv(answers))
                context.Screen.Raw(line);
        return Conclude(context.Screen, answers, rejected);
    }

    private static async Task<string> OnlyModelAsync(CoppiceClient client, CancellationToken cancellationToken)
    {
        StatusResponse status = await client.GetStatusAsync(cancellationToken);
        return status.Models.Count == 1
            ? status.Models[0].Model
            : throw new CommandFailure(
                $"Which model? The workspace has {string.Join(", ", status.Models.Select(m => m.Model))}: coppice predict MODEL FILE.",
                ExitCode.WrongUsage);
    }

    private static async Task WriteFileAsync(CommandContext context, PredictFileResponse answers, string destination, CancellationToken cancellationToken)
    {
        await File.WriteAllLinesAsync(destination, Csv(answers), cancellationToken);
        if (context.IsJson)
        {
            context.Screen.Json(answers);
            return;
        }

        context.Screen.Line($"{Figures.Counted(answers.Predictions.Count, "customer")} scored by {answers.Model} {answers.Version} → {destination}");
        context.Screen.Hint("coppice status", "coppice import outcomes FILE");
    }

    private static IEnumerable<string> Csv(PredictFileResponse answers) =>
        answers.Predictions
            .Select(p => (p, Score: p.Score.ToString("R", CultureInfo.InvariantCulture)))
            .Select(row => string.Join(',', CsvText.Field(row.p.Customer), CsvText.Field(row.p.PredictionId), row.Score, row.p.Model, row.p.Version))
            .Prepend("customer,prediction_id,score,model,version");

    private static int Conclude(Screen screen, PredictFileResponse answers, string? rejected)
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
}
