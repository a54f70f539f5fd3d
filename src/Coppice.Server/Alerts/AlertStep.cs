namespace Coppice.Server.Alerts;

/// <summary>What a rule says beside the alert that is open.</summary>
internal sealed record AlertStep(string Code, long ModelId, Alert? Open, AlertReading Reading)
{
    /// <summary>Whether anything has to be written down.</summary>
    public bool IsChange(DateTimeOffset now, TimeSpan seenEvery) => (Open, Reading.State) switch
    {
        (null, AlertState.Wrong) => true,
        (null, _) => false,
        (_, AlertState.Fine) => true,
        // A silence that has ended is looked at once, whether anything changed or not.
        _ when Open.SilencedUntil <= now => true,
        (_, AlertState.Unknown) => false,
        _ => Reading.Finding!.Mark != Open.Mark || now - Open.LastSeen >= seenEvery,
    };
}
