using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Alerts;

/// <summary>Has nobody told of an alert for a while.</summary>
internal sealed class SilenceAlertCommand : CoppiceCommand
{
    private readonly Argument<long> _id = new("ID") { Description = "the alert's number" };
    private readonly Option<string> _length = new("--for") { Description = "how long, such as 24h, 7d or 2w; 0h ends a silence (default: 7d)", HelpName = "TIME", DefaultValueFactory = _ => "7d" };

    public SilenceAlertCommand()
        : base("silence", "Tell nobody of an alert for a while; it stays in lists.")
    {
        Arguments.Add(_id);
        Options.Add(_length);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("alerts", cancellationToken);
        AlertResponse alert = await connection.Client.SilenceAlertAsync(context.Get(_id), new SilenceRequest(context.Get(_length)!, Environment.UserName), cancellationToken);
        if (context.IsJson)
            context.Screen.Json(alert);
        else
            AlertsScreen.WriteChange(context.Screen, alert);
        return ExitCode.Done;
    }
}
