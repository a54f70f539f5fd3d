using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>What is different out there from what a model has learnt.</summary>
internal sealed class DriftCommand : CoppiceCommand
{
    private readonly Argument<string> _model = new("MODEL") { Description = "the model" };
    private readonly Option<bool> _details = new("--details") { Description = "exact terms: measures, bounds, probabilities, codes" };

    public DriftCommand()
        : base("drift", "What is different out there from what a model has learnt, and what that does to its scores.")
    {
        Arguments.Add(_model);
        Options.Add(_details);
    }

    public override IReadOnlyList<string> Examples => ["coppice drift churn", "coppice drift churn --details"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("drift", cancellationToken);
        DriftResponse drift = await connection.Client.GetDriftAsync(context.Get(_model)!, cancellationToken);
        if (context.IsJson)
            context.Screen.Json(drift);
        else
            DriftScreen.Write(context.Screen, drift, context.Get(_details) ? DriftForm.Details : DriftForm.Words);
        return ExitCode.Done;
    }
}
