using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Makes a version the champion by hand.</summary>
internal sealed class PromoteCommand : CoppiceCommand
{
    private readonly Argument<string> _model = new("MODEL") { Description = "the model" };
    private readonly Argument<string> _version = new("VERSION") { Description = "the version that shall answer, such as 2.1" };
    private readonly Option<string?> _reason = new("--reason") { Description = "why; needed where the gates did not pass it", HelpName = "TEXT" };

    public PromoteCommand()
        : base("promote", "Make a version the champion by hand.")
    {
        Arguments.Add(_model);
        Arguments.Add(_version);
        Options.Add(_reason);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("promote", cancellationToken);
        var request = new PromoteRequest(context.Get(_version)!, Environment.UserName, context.Get(_reason));
        DeploymentResponse deployment = await connection.Client.PromoteAsync(context.Get(_model)!, request, cancellationToken);
        if (context.IsJson)
            context.Screen.Json(deployment);
        else
            DeploymentsScreen.WriteChange(context.Screen, deployment);
        return ExitCode.Done;
    }
}
