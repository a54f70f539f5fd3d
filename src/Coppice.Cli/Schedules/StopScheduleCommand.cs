using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Schedules;

/// <summary>Lets no run start by itself.</summary>
internal sealed class StopScheduleCommand : CoppiceCommand
{
    public StopScheduleCommand()
        : base("stop", "Let no run start by itself until it is started again.")
    {
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("schedule", cancellationToken);
        RetrainingStatus status = await connection.Client.StopRetrainingAsync(cancellationToken);
        if (context.IsJson)
            context.Screen.Json(status);
        else
            context.Screen.Line($"retraining {status.Sentence}");
        return ExitCode.Done;
    }
}
