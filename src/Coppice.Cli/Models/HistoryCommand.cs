using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>A metric over a model's versions.</summary>
internal sealed class HistoryCommand : CoppiceCommand
{
    private readonly Argument<string> _model = new("MODEL") { Description = "the model" };
    private readonly Option<string?> _metric = new("--metric")
    {
        Description = "auc, log_loss, top_decile_share … (default: the model's own)",
        HelpName = "METRIC",
    };

    private readonly Option<bool> _plot = new("--plot") { Description = "draw it" };

    private readonly Option<bool> _scorecard = new("--scorecard") { Description = "whether decisions were right, by labels that came after them" };

    public HistoryCommand()
        : base("history", "A metric over versions, and every change of champion.")
    {
        Arguments.Add(_model);
        Options.Add(_metric);
        Options.Add(_plot);
        Options.Add(_scorecard);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("history", cancellationToken);
        if (context.Get(_scorecard))
            return Tell(context, await connection.Client.GetScorecardAsync(context.Get(_model)!, cancellationToken));
        HistoryResponse history = await connection.Client.GetHistoryAsync(context.Get(_model)!, context.Get(_metric), cancellationToken);
        if (context.IsJson)
            context.Screen.Json(history);
        else
            HistoryScreen.Write(context.Screen, history, context.Get(_plot) ? HistoryForm.Plot : HistoryForm.Table);
        return ExitCode.Done;
    }

    private static int Tell(CommandContext context, ScorecardResponse scorecard)
    {
        if (context.IsJson)
            context.Screen.Json(scorecard);
        else
            ScorecardScreen.Write(context.Screen, scorecard);
        return ExitCode.Done;
    }
}
