using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Makes a version the champion by hand; past its gates, where two must agree, it asks the second or is the second.</summary>
internal sealed class PromoteCommand : CoppiceCommand
{
    private readonly Argument<string> _model = new("MODEL") { Description = "the model" };
    private readonly Argument<string> _version = new("VERSION") { Description = "the version that shall answer, such as 2.1" };
    private readonly Option<string?> _reason = new("--reason") { Description = "why; needed where the gates did not pass it", HelpName = "TEXT" };
    private readonly Option<bool> _approve = new("--approve") { Description = "agree, as the second person, to a promotion that waits" };
    private readonly Option<bool> _withdraw = new("--withdraw") { Description = "take a promotion that waits off the table" };
    private readonly Option<bool> _preview = new("--preview") { Description = "change nothing; show who would move and why" };
    private readonly Option<bool> _yes = new("--yes") { Description = "do not ask again" };
    private readonly Option<string?> _by = new("--by") { Description = "who answers for it (default: the name you are logged in with)", HelpName = "NAME" };

    public PromoteCommand()
        : base("promote", "Make a version the champion by hand.")
    {
        Arguments.Add(_model);
        Arguments.Add(_version);
        Options.Add(_reason);
        Options.Add(_approve);
        Options.Add(_withdraw);
        Options.Add(_preview);
        Options.Add(_yes);
        Options.Add(_by);
        Validators.Add(result =>
        {
            if (result.GetValue(_approve) && result.GetValue(_withdraw))
                result.AddError("A promotion that waits is approved or withdrawn: give --approve or --withdraw.");
            if (result.GetValue(_preview) && (result.GetValue(_approve) || result.GetValue(_withdraw)))
                result.AddError("--preview changes nothing and takes no --approve or --withdraw.");
            if (result.GetValue(_reason) is not null && (result.GetValue(_approve) || result.GetValue(_withdraw)))
                result.AddError("The reason is that of who asked: --approve and --withdraw take no --reason.");
        });
    }

    public override IReadOnlyList<string> Examples =>
        ["coppice promote purchase 2.1 --reason \"the price list changed\"", "coppice promote purchase 2.1 --approve --by bob"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("promote", cancellationToken);
        (string model, string version, string by) = (context.Get(_model)!, context.Get(_version)!, context.Get(_by) ?? Environment.UserName);
        if (context.Get(_preview) || !(context.IsJson || context.Get(_withdraw)))
        {
            PreviewResponse preview = await connection.Client.PreviewAsync(model, version, cancellationToken);
            if (context.IsJson)
                context.Screen.Json(preview);
            else
                ShockScreen.Write(context.Screen, preview);
            if (context.Get(_preview) || !IsMeant(context, version))
                return ExitCode.Done;
        }

        PromoteResponse promotion = context.Get(_approve)
            ? new PromoteResponse(await connection.Client.ApproveAsync(model, version, new AnswerProposalRequest(by), cancellationToken), null)
            : context.Get(_withdraw)
                ? new PromoteResponse(null, await connection.Client.WithdrawAsync(model, version, new AnswerProposalRequest(by), cancellationToken))
                : await connection.Client.PromoteAsync(model, new PromoteRequest(version, by, context.Get(_reason)), cancellationToken);
        if (context.IsJson)
            context.Screen.Json(promotion);
        else if (promotion.Deployment is { } deployment)
            DeploymentsScreen.WriteChange(context.Screen, deployment);
        else
            ProposalLines.WriteAnswer(context.Screen, promotion.Proposal!);
        return ExitCode.Done;
    }

    /// <summary>A person who has just seen who moves is asked; a script has made up its mind.</summary>
    private bool IsMeant(CommandContext context, string version)
    {
        if (!context.Screen.IsInteractive || context.Get(_yes))
            return true;
        bool isMeant = context.Screen.Ask($"{(context.Get(_approve) ? "Approve" : "Promote")} {version}? (y/N)")?.Trim() is "y" or "Y" or "yes";
        if (!isMeant)
            context.Screen.Line($"Nothing has changed.");
        return isMeant;
    }
}
