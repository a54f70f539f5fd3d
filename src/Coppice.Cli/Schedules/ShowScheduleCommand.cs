using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Schedules;

/// <summary>What Coppice does by itself, and what each model waits for.</summary>
internal sealed class ShowScheduleCommand : CoppiceCommand
{
    public ShowScheduleCommand()
        : base("show", "What each model waits for, and when it is due.")
    {
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("schedule", cancellationToken);
        RetrainingStatus status = await connection.Client.GetRetrainingAsync(cancellationToken);
        if (context.IsJson)
            context.Screen.Json(status);
        else
            RetrainingScreen.Write(context.Screen, status);
        return ExitCode.Done;
    }
}
