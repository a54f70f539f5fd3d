using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Alerts;

/// <summary>What is wrong, since when, how bad, what to do; below it what one says about an alert.</summary>
internal sealed class AlertsCommand : CoppiceCommand
{
    private readonly Option<bool> _all = new("--all") { Description = "also what was wrong and is over" };

    public AlertsCommand()
        : base("alerts", "What is wrong, since when, how bad, what to do.")
    {
        Options.Add(_all);
        Subcommands.Add(new AcknowledgeAlertCommand());
        Subcommands.Add(new SilenceAlertCommand());
    }

    public override IReadOnlyList<string> Examples => ["coppice alerts --all", "coppice alerts acknowledge 12", "coppice alerts silence 12 --for 7d"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("alerts", cancellationToken);
        AlertList alerts = context.Get(_all) ? await connection.Client.GetAlertsAsync(cancellationToken) : await connection.Client.GetOpenAlertsAsync(cancellationToken);
        if (context.IsJson)
            context.Screen.Json(alerts);
        else
            AlertsScreen.Write(context.Screen, alerts);
        return ExitCode.Done;
    }
}
