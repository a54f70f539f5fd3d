using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Returns to the previous champion or a named version; or shows where one can return to.</summary>
internal sealed class RollBackCommand : CoppiceCommand
{
    private readonly Argument<string> _model = new("MODEL") { Description = "the model" };
    private readonly Option<string?> _to = new("--to") { Description = "the version to return to (default: the champion before)", HelpName = "VERSION" };
    private readonly Option<bool> _list = new("--list") { Description = "change nothing; list what was live and when" };
    private readonly Option<string?> _reason = new("--reason") { Description = "why", HelpName = "TEXT" };

    public RollBackCommand()
        : base("rollback", "Return to the previous champion, or to a named version.")
    {
        Arguments.Add(_model);
        Options.Add(_to);
        Options.Add(_list);
        Options.Add(_reason);
        Validators.Add(result =>
        {
            if (result.GetValue(_list) && result.GetValue(_to) is not null)
                result.AddError("--list changes nothing and takes no --to.");
        });
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("rollback", cancellationToken);
        string model = context.Get(_model)!;
        if (context.Get(_list))
            return await ListAsync(context, connection.Client, model, cancellationToken);
        var request = new RollBackRequest(context.Get(_to), Environment.UserName, context.Get(_reason));
        DeploymentResponse deployment = await connection.Client.RollBackAsync(model, request, cancellationToken);
        if (context.IsJson)
            context.Screen.Json(deployment);
        else
            DeploymentsScreen.WriteChange(context.Screen, deployment);
        return ExitCode.Done;
    }

    private static async Task<int> ListAsync(CommandContext context, CoppiceClient client, string model, CancellationToken cancellationToken)
    {
        IReadOnlyList<DeploymentResponse> journal = await client.GetDeploymentsAsync(model, cancellationToken: cancellationToken);
        if (context.IsJson)
            context.Screen.Json(journal);
        else
            DeploymentsScreen.WriteJournal(context.Screen, model, journal);
        return ExitCode.Done;
    }
}
