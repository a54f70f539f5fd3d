using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Searches for a better recipe for a while; the winner is judged like any challenger.</summary>
internal sealed class TuneCommand : CoppiceCommand
{
    private const double DefaultMinutes = 5;

    /// <summary>The code of a run that has measured nothing yet.</summary>
    private const string NoLeaderboard = "COP-TUNE-002";

    private static readonly TimeSpan FinishPatience = TimeSpan.FromSeconds(5);

    private readonly Argument<string?> _model = new("MODEL")
    {
        Description = "the model to tune; may be left out where there is only one",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<double?> _minutes = new("--minutes")
    {
        Description = "how long to search (default: 5); fitting and judging the winner comes on top",
        HelpName = "N",
        CustomParser = ParseMinutes,
    };

    private readonly Option<int?> _seed = WholeNumbers.Option("--seed", "which recipes come up (default: the definition file's)");
    private readonly Option<int?> _fits = WholeNumbers.Option("--fits", "stop after so many fits: the same seed, rows and fits give the same leaderboard");
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "show the leaderboard; train and promote nothing" };
    private readonly Option<bool> _forget = new("--forget") { Description = "go back to the recipe of coppice.yaml from the next full retrain on" };

    public TuneCommand()
        : base("tune", "Search for a better recipe; judge the winner like any challenger.")
    {
        Arguments.Add(_model);
        Options.Add(_minutes);
        Options.Add(_seed);
        Options.Add(_fits);
        Options.Add(_dryRun);
        Options.Add(_forget);
        Validators.Add(result =>
        {
            bool searches = result.GetValue(_minutes) is not null || result.GetValue(_seed) is not null || result.GetValue(_fits) is not null || result.GetValue(_dryRun);
            if (result.GetValue(_forget) && searches)
                result.AddError("--forget searches for nothing, so it stands alone.");
        });
    }

    public override IReadOnlyList<string> Examples => ["coppice tune purchase --minutes 10", "coppice tune purchase --forget"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("tune", cancellationToken);
        string model = context.Get(_model) ?? await OnlyModelAsync(connection.Client, cancellationToken);
        if (context.Get(_forget))
            return await ForgetAsync(context, connection.Client, model, cancellationToken);
        var request = new TuneRequest(context.Get(_minutes) ?? DefaultMinutes, context.Get(_seed), context.Get(_fits), context.Get(_dryRun), Environment.UserName);
        RunResponse run = await connection.Client.TuneAsync(model, request, cancellationToken);
        run = await FollowAsync(context, connection.Client, run, cancellationToken);
        Leaderboard? board = await FindBoardAsync(connection.Client, run.Id);
        if (context.IsJson)
            context.Screen.Json(new TuneResult(run, board));
        else
            TuneScreen.Write(context.Screen, run, board);
        if (run.Result is not null)
            return ExitCode.Done;
        context.Screen.Complain(run.Error ?? $"run {run.Id} was {run.State}");
        return ExitCode.Failed;
    }

    private static async Task<string> OnlyModelAsync(CoppiceClient client, CancellationToken cancellationToken)
    {
        IReadOnlyList<ModelStatus> models = (await client.GetStatusAsync(cancellationToken)).Models;
        return models is [var only]
            ? only.Model
            : throw new CommandFailure($"Which model? coppice tune expects the name of one; there are {string.Join(", ", models.Select(m => m.Model))}.");
    }

    private static async Task<int> ForgetAsync(CommandContext context, CoppiceClient client, string model, CancellationToken cancellationToken)
    {
        TuningResponse forgotten = await client.ForgetTuningAsync(model, Environment.UserName, cancellationToken);
        if (context.IsJson)
            context.Screen.Json(forgotten);
        else
            TuneScreen.WriteForgotten(context.Screen, forgotten);
        return ExitCode.Done;
    }

    /// <summary>Shows the search; an interruption ends it with the best so far, which is then judged. A second one ends the process.</summary>
    private static async Task<RunResponse> FollowAsync(CommandContext context, CoppiceClient client, RunResponse run, CancellationToken cancellationToken)
    {
        await using CancellationTokenRegistration interruption = cancellationToken.Register(() =>
        {
            context.Screen.Complain($"{run.Model}: the search ends here; the best so far goes on. Ctrl-C again leaves.");
            _ = FinishAsync(client, run.Id);
        });
        await RunProgressView.ShowSearchAsync(context, run, client.FollowRunAsync(run.Id, CancellationToken.None));
        return await client.GetRunAsync(run.Id, CancellationToken.None);
    }

    private static async Task FinishAsync(CoppiceClient client, long run)
    {
        using var patience = new CancellationTokenSource(FinishPatience);
        try
        {
            await client.FinishSearchAsync(run, patience.Token);
        }
        catch (Exception e) when (e is CoppiceException or HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            // It is over, or out of reach: whoever follows the run will see.
            return;
        }
    }

    private static async Task<Leaderboard?> FindBoardAsync(CoppiceClient client, long run)
    {
        try
        {
            return await client.GetLeaderboardAsync(run, CancellationToken.None);
        }
        catch (CoppiceException none) when (none.Problem.Code == NoLeaderboard)
        {
            return null;
        }
    }

    private static double? ParseMinutes(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double minutes) && minutes > 0)
            return minutes;
        result.AddError($"--minutes expects a number above 0, found '{text}'.");
        return null;
    }
}
