using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Schedules;

/// <summary>Lets runs start by themselves again.</summary>
internal sealed class StartScheduleCommand : CoppiceCommand
{
    public StartScheduleCommand()
        : base("start", "Let runs start by themselves again.")
    {
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("schedule", cancellationToken);
        RetrainingStatus status = await connection.Client.StartRetrainingAsync(cancellationToken);
        if (context.IsJson)
            context.Screen.Json(status);
        else
            context.Screen.Line($"retraining {status.Sentence}");
        return ExitCode.Done;
    }
}
