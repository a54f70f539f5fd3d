using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Server.Workspaces;

namespace Coppice.Cli.Schedules;

/// <summary>The options that say whose schedule is meant; exactly one is given.</summary>
internal sealed class ScheduleKinds
{
    private readonly Option<bool> _systemd = new("--systemd") { Description = "a service of systemd that serves the workspace and comes back after a failure" };
    private readonly Option<bool> _launchd = new("--launchd") { Description = "the same for macOS" };
    private readonly Option<bool> _cron = new("--cron") { Description = "lines for crontab that retrain, for machines where no server runs" };

    public void AddTo(CoppiceCommand command)
    {
        Option<bool>[] options = [_systemd, _launchd, _cron];
        foreach (Option<bool> option in options)
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (options.Count(result.GetValue) != 1)
                result.AddError("One of --systemd, --launchd and --cron is needed.");
        });
    }

    public IScheduleUnit Unit(CommandContext context, UnitSettings settings) =>
        context.Get(_systemd) ? new SystemdUnit(settings) : context.Get(_launchd) ? new LaunchdUnit(settings) : new CronLines(settings);

    public static UnitSettings Settings(CommandContext context, string url, string? user)
    {
        string folder = context.WorkspaceFolder();
        DefinitionResult definition = DefinitionFile.Read(Path.Combine(folder, DefinitionFiles.FileName));
        if (definition.Problems is [var problem, ..])
            throw new CommandFailure($"{DefinitionFiles.FileName}: {problem.Message}.");
        return new UnitSettings(definition.Definition!, folder, Program(), url, user);
    }

    // The program may be its own executable, or a library that dotnet runs.
    private static string[] Program() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? [Environment.ProcessPath!, "exec", Path.Combine(AppContext.BaseDirectory, "coppice.dll")]
        : [Environment.ProcessPath!];
}

/// <summary>What a unit is written from.</summary>
internal sealed record UnitSettings(WorkspaceDefinition Workspace, string Folder, IReadOnlyList<string> Program, string Url, string? User)
{
    /// <summary>The words of the command line that serves the workspace.</summary>
    public IReadOnlyList<string> Serve => [.. Program, "serve", "--workspace", Folder, "--url", Url, "--log", "json"];
}
