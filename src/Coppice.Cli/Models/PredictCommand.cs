using System.CommandLine;
using Coppice.Cli.Imports;
using Coppice.Cli.Invocation;
using Coppice.Cli.Terminal;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Scores a file of customers, or every customer there is, with the champions.</summary>
internal sealed class PredictCommand : CoppiceCommand
{
    // One argument of one or two words: the parser fills arguments from the left, and it is the left one that may be missing.
    private readonly Argument<string[]> _modelAndFile = new("[MODEL] FILE")
    {
        Description = "a CSV with a column of customers, or of customers and notes; a MODEL before it answers alone",
        Arity = new ArgumentArity(0, 2),
    };

    private readonly Option<string?> _out = new("--out") { Description = "write the answers there (default: standard output)", HelpName = "FILE" };
    private readonly Option<bool> _all = new("--all") { Description = "instead of a file: every customer of whom anything is known, by MODEL or by every champion" };

    private readonly Option<bool> _noWait = new("--no-wait") { Description = "take the quick answers of companions; the final ones follow in the background" };

    private readonly Option<string[]> _map = ColumnMap.Option();
    private readonly Option<int?> _explain = WholeNumbers.Option("--explain", "how many reasons to give for each score (default: 3 for a file answered at once)", least: 0);

    public PredictCommand()
        : base("predict", "Score a file of customers, or all customers, and record the predictions.")
    {
        Arguments.Add(_modelAndFile);
        Options.Add(_out);
        Options.Add(_all);
        Options.Add(_noWait);
        Options.Add(_explain);
        Options.Add(_map);
        Validators.Add(result =>
        {
            int words = result.GetValue(_modelAndFile)?.Length ?? 0;
            if (result.GetValue(_all) ? words > 1 : words == 0)
                result.AddError(words == 0 ? "predict expects a FILE, or --all." : "predict --all expects at most a MODEL.");
        });
    }

    public override IReadOnlyList<string> Examples => ["coppice predict new_notes.csv", "coppice predict purchase customers.csv --out scores.csv"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string[] words = context.Get(_modelAndFile) ?? [];
        return context.Get(_all)
            ? await ScoreAllAsync(context, words.FirstOrDefault(), cancellationToken)
            : await ScoreFileAsync(context, words, cancellationToken);
    }

    private static async Task<int> ScoreAllAsync(CommandContext context, string? model, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("predict --all", cancellationToken);
        BatchResponse batch = await connection.Client.ScoreAllCustomersAsync(model, cancellationToken);
        batch = await BatchProgressView.FollowAsync(context, connection.Client, batch, BatchMoment.Ended, cancellationToken);
        if (context.IsJson)
            context.Screen.Json(batch);
        else
            context.Screen.Line($"{Figures.Counted(batch.RowsDone, "customer")} scored by {BatchProgressView.Names(batch.Models)}");
        return ExitCode.Done;
    }

    private async Task<int> ScoreFileAsync(CommandContext context, string[] words, CancellationToken cancellationToken)
    {
        string path = words[^1];
        await using FileStream file = ImportCommand.Open(path);
        await using ServerConnection connection = await context.ConnectAsync("predict", cancellationToken);
        CoppiceClient client = connection.Client;
        string? model = words.Length == 2 ? words[0] : null;
        PredictFileResult result = await client.PredictFileAsync(model, file, Path.GetFileName(path), context.Get(_map), context.Get(_explain), cancellationToken);
        PredictFileResponse answers = await CompleteAsync(context, client, result, cancellationToken);
        string? rejected = await RejectedRowsFile.WriteAsync(path, answers.Rejects, cancellationToken);
        await PredictScreen.WriteAsync(context, answers, context.Get(_out), cancellationToken);
        return PredictScreen.Conclude(context.Screen, answers, rejected);
    }

    /// <summary>Waits for answers that are still to come, and where companions answered first for those of the versions.</summary>
    private async Task<PredictFileResponse> CompleteAsync(CommandContext context, CoppiceClient client, PredictFileResult result, CancellationToken cancellationToken)
    {
        BatchMoment moment = context.Get(_noWait) ? BatchMoment.Answered : BatchMoment.Ended;
        if (result.Answers is { } answers && (answers.Batch is null || moment == BatchMoment.Answered))
            return answers;
        BatchResponse batch = result.Batch ?? await client.GetBatchAsync(result.Answers!.Batch!.Value, cancellationToken);
        await BatchProgressView.FollowAsync(context, client, batch, moment, cancellationToken);
        return await client.GetBatchResultAsync(batch.Id, cancellationToken);
    }
}
