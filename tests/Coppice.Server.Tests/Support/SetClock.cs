namespace Coppice.Server.Tests.Support;

/// <summary>A clock that a test sets, and that runs on from there; timers are the machine's.</summary>
internal sealed class SetClock(DateTimeOffset start) : TimeProvider
{
    private long _offset = (start - System.GetUtcNow()).Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Volatile.Read(ref _offset));

    public void Set(DateTimeOffset time) => Volatile.Write(ref _offset, (time - System.GetUtcNow()).Ticks);
}
