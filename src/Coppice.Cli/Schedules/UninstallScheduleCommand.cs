using Coppice.Cli.Invocation;

namespace Coppice.Cli.Schedules;

/// <summary>Takes away what <c>schedule install --write</c> put there.</summary>
internal sealed class UninstallScheduleCommand : CoppiceCommand
{
    private readonly ScheduleKinds _kinds = new();

    public UninstallScheduleCommand()
        : base("uninstall", "Take an installed service or crontab away again.")
    {
        _kinds.AddTo(this);
    }

    public override IReadOnlyList<string> Examples => ["coppice schedule uninstall --systemd"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        IScheduleUnit unit = _kinds.Unit(context, ScheduleKinds.Settings(context, "", null));
        InstallScheduleCommand.Show(context, await unit.UninstallAsync(cancellationToken));
        return ExitCode.Done;
    }
}
