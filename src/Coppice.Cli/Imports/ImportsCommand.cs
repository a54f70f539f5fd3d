using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Imports;

/// <summary>Files that came, and what was noticed about them.</summary>
internal sealed class ImportsCommand : CoppiceCommand
{
    private readonly Option<int?> _limit = WholeNumbers.Option("--limit", "how many of the newest (default 20)");
    private readonly Option<int?> _before = WholeNumbers.Option("--before", "only those before import N");

    public ImportsCommand()
        : base("imports", "Files that came, and what was noticed about them.")
    {
        Options.Add(_limit);
        Options.Add(_before);
    }

    public override IReadOnlyList<string> Examples => ["coppice imports", "coppice imports --limit 100 --json"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("imports", cancellationToken);
        ImportList imports = await connection.Client.GetImportsAsync(context.Get(_before), context.Get(_limit) ?? 20, cancellationToken);
        if (context.IsJson)
            context.Screen.Json(imports);
        else
            ImportsScreen.Write(context.Screen, imports);
        return ExitCode.Done;
    }
}
