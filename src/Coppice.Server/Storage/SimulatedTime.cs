using System.Globalization;

namespace Coppice.Server.Storage;

/// <summary>A simulated workspace goes on living in its own time: how far that is from the machine's is kept with it.</summary>
public sealed class SimulatedTime(SettingsStore settings)
{
    private const string Setting = "clock_offset_seconds";

    /// <summary>Sets the clock of a workspace as it was left.</summary>
    public void Restore(Session session, WorkspaceClock clock)
    {
        if (settings.Find(session, Setting) is { } seconds)
            clock.Resume(TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)));
    }

    /// <summary>Lets the clock run on and remembers where it stands.</summary>
    public void Keep(Session session, WorkspaceClock clock) =>
        settings.Set(session, Setting, clock.RunOn().TotalSeconds.ToString("R", CultureInfo.InvariantCulture));
}
