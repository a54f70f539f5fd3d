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

    public HistoryCommand()
        : base("history", "A metric over versions, and every change of champion.")
    {
        Arguments.Add(_model);
        Options.Add(_metric);
        Options.Add(_plot);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("history", cancellationToken);
        HistoryResponse history = await connection.Client.GetHistoryAsync(context.Get(_model)!, context.Get(_metric), cancellationToken);
        if (context.IsJson)
            context.Screen.Json(history);
        else
            HistoryScreen.Write(context.Screen, history, context.Get(_plot) ? HistoryForm.Plot : HistoryForm.Table);
        return ExitCode.Done;
    }
}
