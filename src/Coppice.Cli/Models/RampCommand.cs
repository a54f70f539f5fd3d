using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Shows how far a version has taken over from the champion, or stops it.</summary>
internal sealed class RampCommand : CoppiceCommand
{
    private readonly Argument<string> _model = new("MODEL") { Description = "the model" };
    private readonly Option<bool> _stop = new("--stop") { Description = "stop it: the champion answers everybody again" };
    private readonly Option<string?> _reason = new("--reason") { Description = "why it is stopped", HelpName = "TEXT" };
    private readonly Option<string?> _by = new("--by") { Description = "who answers for it (default: the name you are logged in with)", HelpName = "NAME" };

    public RampCommand()
        : base("ramp", "Show how far a version has taken over step by step, or stop it.")
    {
        Arguments.Add(_model);
        Options.Add(_stop);
        Options.Add(_reason);
        Options.Add(_by);
        Validators.Add(result =>
        {
            if (!result.GetValue(_stop) && (result.GetValue(_reason) ?? result.GetValue(_by)) is not null)
                result.AddError("--reason and --by go with --stop.");
        });
    }

    public override IReadOnlyList<string> Examples => ["coppice ramp purchase", "coppice ramp purchase --stop --reason \"the shop called\""];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("ramp", cancellationToken);
        string model = context.Get(_model)!;
        RampResponse ramp = context.Get(_stop)
            ? await connection.Client.StopRampAsync(model, new StopRampRequest(context.Get(_by) ?? Environment.UserName, context.Get(_reason)), cancellationToken)
            : await connection.Client.GetRampAsync(model, cancellationToken);
        if (context.IsJson)
            context.Screen.Json(ramp);
        else
            RampScreen.Write(context.Screen, ramp);
        return ExitCode.Done;
    }
}
