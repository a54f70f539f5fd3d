using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Server;
using Microsoft.AspNetCore.Builder;

namespace Coppice.Cli.Workspaces;

/// <summary>Serves a workspace until told to stop.</summary>
internal sealed class ServeCommand : CoppiceCommand
{
    private readonly Option<string?> _url = ListenOption.Of($"where to listen (default: {ListenOption.Usual})");

    private readonly Option<string?> _log = WordChoices.Option("--log", "how to write the log on standard error: text (default), or json, an object a line", "text", "json");

    public ServeCommand()
        : base("serve", "Serve the workspace over HTTP until Ctrl-C.")
    {
        Options.Add(_url);
        Options.Add(_log);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string folder = context.WorkspaceFolder();
        var options = new CoppiceServerOptions
        {
            WorkspaceFolder = folder,
            Address = context.Get(_url) ?? ListenOption.Usual,
            Activity = "serve",
            Log = context.Get(_log) == "json" ? LogForm.Json : LogForm.Text,
            Time = context.Screen.Time,
        };
        await using WebApplication application = await CoppiceServer.BuildAsync(options, cancellationToken);
        await application.StartAsync(cancellationToken);
        string address = application.Urls.FirstOrDefault() ?? options.Address;
        if (context.IsJson)
            context.Screen.Json(new { workspace = folder, address });
        else
            context.Screen.Line($"serving {folder} on {address} · Ctrl-C stops");
        await Interruption.OfAsync(cancellationToken);
        if (!context.IsJson)
            context.Screen.Line($"stopping: requests under way have {CoppiceServer.LongestFarewell.TotalSeconds:F0} s, runs end where they are · Ctrl-C again ends at once");
        await application.StopAsync(CancellationToken.None);
        if (!context.IsJson)
            context.Screen.Line($"stopped");
        return ExitCode.Done;
    }
}
