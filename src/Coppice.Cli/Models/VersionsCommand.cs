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

    private readonly Option<bool> _prune = new("--prune") { Description = "let go of old versions now, by the policy of the definition file" };
    private readonly Option<string?> _pin = new("--pin") { Description = "keep this version for good", HelpName = "VERSION" };
    private readonly Option<string?> _unpin = new("--unpin") { Description = "let this version be pruned again", HelpName = "VERSION" };

    public VersionsCommand()
        : base("versions", "A model's versions: made when, from how many rows, how good.")
    {
        Arguments.Add(_model);
        Options.Add(_best);
        Options.Add(_prune);
        Options.Add(_pin);
        Options.Add(_unpin);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("versions", cancellationToken);
        string model = context.Get(_model)!;
        if (context.Get(_pin) is { } pin)
            await connection.Client.PinAsync(model, pin, cancellationToken);
        if (context.Get(_unpin) is { } unpin)
            await connection.Client.UnpinAsync(model, unpin, cancellationToken);
        if (context.Get(_prune))
            await connection.Client.PruneAsync(model, cancellationToken);
        IReadOnlyList<VersionResponse> versions = await connection.Client.GetVersionsAsync(model, context.Get(_best), cancellationToken);
        if (context.IsJson)
            context.Screen.Json(versions);
        else
            VersionsScreen.Write(context.Screen, model, versions, context.Get(_best));
        return ExitCode.Done;
    }
}
