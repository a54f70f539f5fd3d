using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>A model's versions, newest or best first.</summary>
internal sealed class VersionsCommand : CoppiceCommand
{
    private readonly Argument<string> _model = new("MODEL") { Description = "the model" };
    private readonly Option<string?> _best = new("--best")
    {
        Description = "best first by this metric: auc, log_loss, top_decile_share …",
        HelpName = "METRIC",
    };

    public VersionsCommand()
        : base("versions", "A model's versions: made when, from how many rows, how good.")
    {
        Arguments.Add(_model);
        Options.Add(_best);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("versions", cancellationToken);
        IReadOnlyList<VersionResponse> versions = await connection.Client.GetVersionsAsync(context.Get(_model)!, context.Get(_best), cancellationToken);
        if (context.IsJson)
            context.Screen.Json(versions);
        else
            VersionsScreen.Write(context.Screen, context.Get(_model)!, versions, context.Get(_best));
        return ExitCode.Done;
    }
}
