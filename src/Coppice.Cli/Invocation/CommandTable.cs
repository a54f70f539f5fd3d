using System.CommandLine;
using Coppice.Cli.Alerts;
using Coppice.Cli.Customers;
using Coppice.Cli.Imports;
using Coppice.Cli.Models;
using Coppice.Cli.Schedules;
using Coppice.Cli.Simulation;
using Coppice.Cli.Workspaces;

namespace Coppice.Cli.Invocation;

/// <summary>Every command, grouped as the help shows them.</summary>
internal static class CommandTable
{
    public static IReadOnlyList<(string Title, IReadOnlyList<CoppiceCommand> Commands)> Groups { get; } =
    [
        ("Start", [new DemoCommand(), new InitCommand(), new ServeCommand()]),
        ("Look", [new StatusCommand(), new AlertsCommand(), new StatsCommand(), new ImportsCommand(), new CustomersCommand(), new VersionsCommand(), new HistoryCommand(), new PerformanceCommand(), new CompareCommand(), new DriftCommand(), new ReportCommand()]),
        ("Work", [new ImportCommand(), new ConceptsCommand(), new PredictCommand(), new RetrainCommand(), new TuneCommand(), new PromoteCommand(), new RampCommand(), new RollBackCommand(), new ReplayCommand()]),
        ("Operate", [new BackUpCommand(), new RestoreCommand(), new ScheduleCommand()]),
    ];

    public static RootCommand Root { get; } = Build();

    private static RootCommand Build()
    {
        var root = new RootCommand("Coppice keeps customer models accurate: it predicts, waits for what came true, retrains, judges, promotes, rolls back.");
        root.Options.Clear();
        root.Directives.Clear();
        foreach (Option option in GlobalOptions.All)
            root.Options.Add(option);
        foreach (CoppiceCommand command in Groups.SelectMany(g => g.Commands))
            root.Subcommands.Add(command);
        return root;
    }
}
