namespace Coppice.Server.Outcomes;

/// <summary>A truth as it was reported: what, about whom, when it happened and when it could be known.</summary>
public sealed record Outcome(string Customer, string Name, string Value, long EventTime, long KnownTime)
{
    public string? Id { get; init; }

    /// <summary>The number of the prediction it is about, where the sender named one.</summary>
    public long? PredictionNumber { get; init; }
}
