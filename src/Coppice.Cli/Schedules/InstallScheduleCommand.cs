using System.CommandLine;
using Coppice.Cli.Invocation;

namespace Coppice.Cli.Schedules;

/// <summary>Shows, or puts in its place, what starts Coppice without a person.</summary>
internal sealed class InstallScheduleCommand : CoppiceCommand
{
    private readonly ScheduleKinds _kinds = new();
    private readonly Option<bool> _write = new("--write") { Description = "put it in its place; without this it is only shown" };
    private readonly Option<string?> _user = new("--user") { Description = "with --systemd as root: whom the service runs as", HelpName = "NAME" };
    private readonly Option<string> _url = new("--url")
    {
        Description = "where the service listens (default: http://127.0.0.1:5210)",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:5210",
    };

    public InstallScheduleCommand()
        : base("install", "Show, or with --write install, a service or a crontab.")
    {
        _kinds.AddTo(this);
        Options.Add(_write);
        Options.Add(_url);
        Options.Add(_user);
    }

    public override IReadOnlyList<string> Examples => ["coppice schedule install --systemd", "coppice schedule install --systemd --write", "coppice schedule install --cron >> my.crontab"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        IScheduleUnit unit = _kinds.Unit(context, ScheduleKinds.Settings(context, context.Get(_url)!, context.Get(_user)));
        if (!context.Get(_write))
        {
            if (context.IsJson)
                context.Screen.Json(new { text = unit.Text });
            else
                context.Screen.Raw(unit.Text.TrimEnd('\n'));
            return ExitCode.Done;
        }

        Show(context, await unit.InstallAsync(cancellationToken));
        return ExitCode.Done;
    }

    public static void Show(CommandContext context, UnitChange change)
    {
        if (context.IsJson)
        {
            context.Screen.Json(new { done = change.Sentence, next = change.Next });
            return;
        }

        context.Screen.Line($"{change.Sentence}");
        foreach (string command in change.Next)
            context.Screen.Line($"  {command}");
    }
}
