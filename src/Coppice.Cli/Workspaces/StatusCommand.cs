using Coppice.Cli.Invocation;
using Coppice.Client;

namespace Coppice.Cli.Workspaces;

/// <summary>What is live, since when, how good, what is coming.</summary>
internal sealed class StatusCommand() : CoppiceCommand("status", "What is live, since when, how good, what is coming.")
{
    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("status", cancellationToken);
        StatusResponse status = await connection.Client.GetStatusAsync(cancellationToken);
        if (context.IsJson)
            context.Screen.Json(status);
        else
            StatusScreen.Write(context.Screen, status);
        return ExitCode.Done;
    }
}
