using Coppice.Cli.Invocation;
using Coppice.Client;

namespace Coppice.Cli.Workspaces;

/// <summary>Counts and ranges of everything a workspace holds.</summary>
internal sealed class StatsCommand() : CoppiceCommand("stats", "Counts and ranges of everything the workspace holds.")
{
    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("stats", cancellationToken);
        StatsResponse stats = await connection.Client.GetStatsAsync(cancellationToken);
        if (context.IsJson)
            context.Screen.Json(stats);
        else
            StatsScreen.Write(context.Screen, stats);
        return ExitCode.Done;
    }
}
