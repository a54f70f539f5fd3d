using Coppice.Cli.Invocation;

namespace Coppice.Cli.Schedules;

/// <summary>What the machine does by itself; the work is in the commands below it.</summary>
internal sealed class ScheduleCommand : CoppiceCommand
{
    public ScheduleCommand()
        : base("schedule", "Let the machine serve or retrain by itself.")
    {
        Subcommands.Add(new ShowScheduleCommand());
        Subcommands.Add(new StartScheduleCommand());
        Subcommands.Add(new StopScheduleCommand());
        Subcommands.Add(new InstallScheduleCommand());
        Subcommands.Add(new UninstallScheduleCommand());
    }

    public override Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        HelpScreen.Write(context.Screen, this);
        return Task.FromResult(ExitCode.WrongUsage);
    }
}
