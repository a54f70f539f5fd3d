using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Trains a challenger, judges it and promotes it if it has earned that.</summary>
internal sealed class RetrainCommand : CoppiceCommand
{
    /// <summary>The code of a model that is learning already.</summary>
    private const string UnderWay = "COP-TRAIN-007";

    private const string Skipped = "skipped";

    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(5);

    private readonly Argument<string[]> _models = new("MODEL")
    {
        Description = "models to retrain (default: all)",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _strategy =
        WordChoices.Option("--strategy", "auto, full, incremental, repair or compare (default: auto)", "auto", "full", "incremental", "repair", "compare");

    private readonly Option<string?> _method =
        WordChoices.Option("--method", "for incremental: refresh or grow (default: the definition file's)", "refresh", "grow");

    private readonly Option<DateTimeOffset?> _asOf = DateArguments.Option("--as-of", "train and judge as if it were this time: nothing known later is used");

    public RetrainCommand()
        : base("retrain", "Train a challenger, judge it on fresh labels, promote it if it has earned that.")
    {
        Arguments.Add(_models);
        Options.Add(_strategy);
        Options.Add(_method);
        Options.Add(_asOf);
        Validators.Add(result =>
        {
            if (result.GetValue(_method) is not null && result.GetValue(_strategy) is not (null or "incremental"))
                result.AddError("--method belongs to --strategy incremental.");
        });
    }

    public override IReadOnlyList<string> Examples => ["coppice retrain", "coppice retrain purchase --strategy incremental --method refresh", "coppice retrain churn --strategy repair"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("retrain", cancellationToken);
        string[] models = context.Get(_models) is { Length: > 0 } named
            ? named
            : [.. (await connection.Client.GetStatusAsync(cancellationToken)).Models.Select(m => m.Model)];
        string? method = context.Get(_method);
        string strategy = context.Get(_strategy) ?? (method is null ? "auto" : "incremental");
        var request = new RetrainRequest(strategy, method, context.Get(_asOf), Environment.UserName);
        int code = ExitCode.Done;
        var started = new List<FollowedRun>();
        foreach (string model in models)
        {
            try
            {
                started.Add(FollowedRun.Start(connection.Client, await StartAsync(context, connection.Client, model, request, cancellationToken), cancellationToken));
            }
            catch (CoppiceException refusal)
            {
                // The other models still get their turn.
                code = Math.Max(code, Failures.Write(context.Screen, refusal, FailureDetail.Sentence));
            }
        }

        return Math.Max(code, await TellAsync(context, connection.Client, started, cancellationToken));
    }

    /// <summary>Shows how each run goes and ends, in the order asked for; they go on side by side.</summary>
    private static async Task<int> TellAsync(CommandContext context, CoppiceClient client, List<FollowedRun> started, CancellationToken cancellationToken)
    {
        int code = ExitCode.Done;
        for (int next = 0; next < started.Count; next++)
        {
            if (next > 0 && !context.IsJson)
                context.Screen.Blank();
            try
            {
                await RunProgressView.ShowAsync(context, started[next].Run, started[next].StepsAsync(cancellationToken));
                code = Math.Max(code, Tell(context, await client.GetRunAsync(started[next].Run.Id, cancellationToken)));
            }
            catch (CoppiceException refusal)
            {
                code = Math.Max(code, Failures.Write(context.Screen, refusal, FailureDetail.Sentence));
            }
            catch (Exception e) when (Interruption.Explains(e, cancellationToken))
            {
                await CancelAsync(context, client, started.Skip(next));
                throw;
            }
        }

        return code;
    }

    private static int Tell(CommandContext context, RunResponse run)
    {
        if (context.IsJson)
            context.Screen.Json(run);
        else if (run.Result is not null)
            RunScreen.Write(context.Screen, run);
        else if (run.State == Skipped)
            context.Screen.Line($"{run.Error}");
        if (run.Result is not null || run.State == Skipped)
            return ExitCode.Done;
        string error = run.Error ?? $"run {run.Id} was {run.State}";
        context.Screen.Complain(error.StartsWith($"{run.Model} ", StringComparison.Ordinal) ? error : $"{run.Model}: {error}");
        return ExitCode.Failed;
    }

    /// <summary>Starts a run; one that the server has begun by itself is waited for first.</summary>
    private static async Task<RunResponse> StartAsync(
        CommandContext context,
        CoppiceClient client,
        string model,
        RetrainRequest request,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await client.StartRunAsync(model, request, cancellationToken);
            }
            catch (CoppiceException busy) when (busy.Problem.Code == UnderWay)
            {
                var runs = await client.GetRunsAsync(model, 1, cancellationToken: cancellationToken);
                if (runs.Runs is not [{ State: "running" } other])
                    continue;
                context.Screen.Complain($"{model}: run {other.Id} is under way ({other.Trigger}); waiting for its end.");
                await foreach (var _ in client.FollowRunAsync(other.Id, cancellationToken))
                {
                    // Its steps are not this command's.
                }
            }
        }
    }

    private static async Task CancelAsync(CommandContext context, CoppiceClient client, IEnumerable<FollowedRun> left)
    {
        using var patience = new CancellationTokenSource(CancelPatience);
        foreach (FollowedRun run in left)
        {
            await client.CancelRunAsync(run.Run.Id, patience.Token);
            context.Screen.Complain($"{run.Run.Model}: run {run.Run.Id} stopped; the champion stays.");
        }
    }
}
