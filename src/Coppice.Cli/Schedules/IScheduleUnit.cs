namespace Coppice.Cli.Schedules;

/// <summary>Something that starts Coppice without a person: its text, and its way into the machine and out again.</summary>
internal interface IScheduleUnit
{
    /// <summary>What would be written.</summary>
    string Text { get; }

    /// <summary>Puts it in its place; the answer says where that is and which commands are left to do.</summary>
    Task<UnitChange> InstallAsync(CancellationToken cancellationToken);

    /// <summary>Takes it away again.</summary>
    Task<UnitChange> UninstallAsync(CancellationToken cancellationToken);
}

/// <summary>What was done where, and what a person does next.</summary>
internal sealed record UnitChange(string Sentence, IReadOnlyList<string> Next);
