using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Two versions on the same rows, none of which either has learnt from.</summary>
internal sealed class CompareCommand : CoppiceCommand
{
    private readonly Argument<string> _model = new("MODEL") { Description = "the model" };
    private readonly Argument<string> _first = new("A") { Description = "a version, such as 2.0" };
    private readonly Argument<string> _second = new("B") { Description = "another" };

    public CompareCommand()
        : base("compare", "Two versions on the same rows, none of which either has learnt from.")
    {
        Arguments.Add(_model);
        Arguments.Add(_first);
        Arguments.Add(_second);
    }

    public override IReadOnlyList<string> Examples => ["coppice compare purchase 2.0 2.1"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("compare", cancellationToken);
        CompareResponse comparison = await connection.Client.CompareAsync(context.Get(_model)!, context.Get(_first)!, context.Get(_second)!, cancellationToken);
        if (context.IsJson)
            context.Screen.Json(comparison);
        else
            CompareScreen.Write(context.Screen, comparison);
        return ExitCode.Done;
    }
}
