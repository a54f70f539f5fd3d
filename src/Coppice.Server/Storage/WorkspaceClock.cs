namespace Coppice.Server.Storage;

/// <summary>
/// The workspace's time: the machine's, or in a simulated or replayed workspace a time that is set and then runs on from there.
/// </summary>
public sealed class WorkspaceClock(TimeProvider machine) : TimeProvider
{
    private long _offsetTicks;
    private long _stoppedAtTicks;

    public ClockKind Kind => Volatile.Read(ref _stoppedAtTicks) != 0 || Volatile.Read(ref _offsetTicks) != 0 ? ClockKind.Simulated : ClockKind.Real;

    /// <summary>Whether somebody holds it to move it by hand.</summary>
    public bool IsStopped => Volatile.Read(ref _stoppedAtTicks) != 0;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        long stopped = Volatile.Read(ref _stoppedAtTicks);
        return stopped != 0 ? new DateTimeOffset(stopped, TimeSpan.Zero) : machine.GetUtcNow().AddTicks(Volatile.Read(ref _offsetTicks));
    }

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Stops the clock at a time; the player of the simulation moves it.</summary>
    public void StopAt(DateTimeOffset time) => Volatile.Write(ref _stoppedAtTicks, time.UtcTicks);

    /// <summary>Lets the clock run on from where it stands, and gives how far it is from the machine's.</summary>
    public TimeSpan RunOn()
    {
        var offset = GetUtcNow() - machine.GetUtcNow();
        Resume(offset);
        return offset;
    }

    /// <summary>Runs at a fixed distance from the machine's clock.</summary>
    public void Resume(TimeSpan offset)
    {
        Volatile.Write(ref _offsetTicks, offset.Ticks);
        Volatile.Write(ref _stoppedAtTicks, 0);
    }
}

/// <summary>Whose time a workspace lives in.</summary>
public enum ClockKind
{
    Real,
    Simulated,
}
