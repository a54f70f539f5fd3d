namespace Coppice.Client;

/// <summary>Counts and ranges of everything a workspace holds.</summary>
public sealed record StatsResponse(
    long Customers,
    IReadOnlyList<EventTypeStats> Events,
    long Profiles,
    long Notes,
    long Outcomes,
    long Examples,
    long Predictions,
    long Versions,
    long DatabaseBytes,
    IReadOnlyList<LabelStats> Labels);

/// <summary>What is known of one type of event.</summary>
public sealed record EventTypeStats(string Type, long Count, DateTimeOffset First, DateTimeOffset Last, double? ValueSum);

/// <summary>Labels of one model by source: matured and open ones, and the mean of the matured.</summary>
public sealed record LabelStats(string Model, string Source, long Matured, long Open, long Corrected, double? Mean);
