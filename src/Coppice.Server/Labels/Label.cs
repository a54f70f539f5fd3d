namespace Coppice.Server.Labels;

/// <summary>A matured label and where its inputs are.</summary>
public sealed record Label(long Id, long CustomerId, long AsOf, string Source, long SourceId, double Value, double Weight, long MaturesAt);

/// <summary>A label that a later fact may prove wrong.</summary>
public sealed record CurrentLabel(long Id, long CustomerId, long AsOf, string Source, long SourceId, long MaturesAt, double Value, double Weight);

/// <summary>What a label policy makes of the events in a window.</summary>
/// <param name="Value">1 or 0, or an amount.</param>
/// <param name="EventTime">When what decided it happened; null where absence decided.</param>
/// <param name="KnownTime">When the last event it counts became known; 0 where it counts none.</param>
public readonly record struct WindowTruth(double Value, long? EventTime, long KnownTime);
