using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Alerts;

/// <summary>Says that somebody has seen an alert and looks after it.</summary>
internal sealed class AcknowledgeAlertCommand : CoppiceCommand
{
    private readonly Argument<long> _id = new("ID") { Description = "the alert's number" };

    public AcknowledgeAlertCommand()
        : base("acknowledge", "Say that you have seen an alert and look after it.")
    {
        Arguments.Add(_id);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("alerts", cancellationToken);
        AlertResponse alert = await connection.Client.AcknowledgeAlertAsync(context.Get(_id), new AcknowledgeRequest(Environment.UserName), cancellationToken);
        if (context.IsJson)
            context.Screen.Json(alert);
        else
            AlertsScreen.WriteChange(context.Screen, alert);
        return ExitCode.Done;
    }
}
