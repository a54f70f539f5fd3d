using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;
using Microsoft.AspNetCore.Connections;

namespace Coppice.Cli.Simulation;

/// <summary>Makes a workspace for the built-in shop and plays a year in it.</summary>
internal sealed class DemoCommand : CoppiceCommand
{
    private readonly Argument<string> _folder = new("DIR")
    {
        Description = "folder to make (default: ./coppice-demo)",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => "coppice-demo",
    };

    private readonly Option<int?> _days = WholeNumbers.Option("--days", "days to play (default: a year)");
    private readonly Option<long?> _seed = new("--seed") { Description = "same seed, same shop", HelpName = "N" };
    private readonly Option<int?> _customers = WholeNumbers.Option("--customers", "customers at the start");
    private readonly Option<bool> _fresh = new("--fresh") { Description = "start over where an earlier demo stands" };

    private readonly Option<string?> _url = ListenOption.Of($"where the dashboard is served (at a terminal: {ListenOption.Usual}, or a free port where that is taken)");

    public DemoCommand()
        : base("demo", "See the whole loop at work: a built-in shop plays a year in a few minutes.")
    {
        Arguments.Add(_folder);
        foreach (Option option in new Option[] { _days, _seed, _customers, _url, _fresh })
            Options.Add(option);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string folder = Path.GetFullPath(context.Get(_folder)!);
        await DemoFolder.PrepareAsync(folder, context.Get(_fresh) ? DemoStart.Fresh : DemoStart.OnlyIfNew, cancellationToken);
        bool watched = context.Screen.IsLive && !context.IsJson;
        string? url = context.Get(_url) ?? (watched ? ListenOption.Usual : null);
        await using ServerConnection connection = await OpenAsync(context, folder, url, cancellationToken);
        if (url is not null && !context.IsJson)
            context.Screen.Line($"the dashboard shows the year while it is played: {connection.Address}");
        var request = new DemoRequest(context.Get(_days), context.Get(_seed), context.Get(_customers));
        IAsyncEnumerable<DemoLine> lines = connection.Client.PlayDemoAsync(request, cancellationToken);
        if (context.IsJson)
            await foreach (DemoLine line in lines)
                context.Screen.Json(line);
        else if (context.Screen.IsLive)
            await DemoLiveView.ShowAsync(context.Screen, folder, lines);
        else
            await DemoScreen.WriteAsync(context.Screen, folder, lines);
        if (watched)
        {
            context.Screen.Line($"the dashboard stays at {connection.Address} · Ctrl-C stops");
            await Interruption.OfAsync(cancellationToken);
        }

        return ExitCode.Done;
    }

    /// <summary>At an address; at a free port where somebody else has it and nobody asked for it.</summary>
    private async Task<ServerConnection> OpenAsync(CommandContext context, string folder, string? url, CancellationToken cancellationToken)
    {
        try
        {
            return await ServerConnection.OpenAsync(folder, "demo", url, context.Screen.Time, cancellationToken);
        }
        catch (IOException e) when (context.Get(_url) is null && e.InnerException is AddressInUseException)
        {
            return await ServerConnection.OpenAsync(folder, "demo", ListenOption.AnyPort, context.Screen.Time, cancellationToken);
        }
    }
}
