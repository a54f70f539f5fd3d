using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Server;
using Microsoft.AspNetCore.Builder;

namespace Coppice.Cli.Workspaces;

/// <summary>Serves a workspace until told to stop.</summary>
internal sealed class ServeCommand : CoppiceCommand
{
    private readonly Option<string> _url = new("--url")
    {
        Description = "where to listen (default: http://127.0.0.1:5210)",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:5210",
    };

    private readonly Option<string?> _log = WordChoices.Option("--log", "how to write the log on standard error: text (default), or json, an object a line", "text", "json");

    public ServeCommand()
        : base("serve", "Serve the workspace over HTTP until Ctrl-C.")
    {
        Options.Add(_url);
        Options.Add(_log);
        _url.Validators.Add(result =>
        {
            if (!Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out Uri? url) || url.Scheme != Uri.UriSchemeHttp)
                result.AddError($"--url expects an address such as http://127.0.0.1:5210, found '{result.GetValueOrDefault<string>()}'.");
        });
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string folder = context.WorkspaceFolder();
        var options = new CoppiceServerOptions
        {
            WorkspaceFolder = folder,
            Address = context.Get(_url)!,
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
        await UntilStoppedAsync(cancellationToken);
        if (!context.IsJson)
            context.Screen.Line($"stopping: requests under way have {CoppiceServer.LongestFarewell.TotalSeconds:F0} s, runs end where they are · Ctrl-C again ends at once");
        await application.StopAsync(CancellationToken.None);
        if (!context.IsJson)
            context.Screen.Line($"stopped");
        return ExitCode.Done;
    }

    private static async Task UntilStoppedAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource();
        await using CancellationTokenRegistration registration = cancellationToken.Register(stopped.SetResult);
        await stopped.Task;
    }
}
