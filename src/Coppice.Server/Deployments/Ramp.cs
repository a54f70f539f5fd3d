using System.Text.Json;

namespace Coppice.Server.Deployments;

/// <summary>A version that takes over from the champion customer by customer. The champion stays champion until it has.</summary>
public sealed record Ramp
{
    public long Id { get; init; }

    public required long ModelId { get; init; }

    /// <summary>The champion.</summary>
    public required long FromId { get; init; }

    /// <summary>The version that takes over.</summary>
    public required long ToId { get; init; }

    public required long? DecisionId { get; init; }

    /// <summary>1 where the promotion that ends it makes the version the anchor.</summary>
    public required long Superior { get; init; }

    public required string Actor { get; init; }

    /// <summary>Why the gates let the version through.</summary>
    public required string Reason { get; init; }

    /// <summary>With a customer's key it says who is answered by which version; no other ramp has it, so that it is not always the same who come first.</summary>
    public required string Salt { get; init; }

    /// <summary>JSON: see <see cref="Steps"/>.</summary>
    public required string Shares { get; init; }

    public required long EveryHours { get; init; }

    /// <summary>Who are answered, by either version, before a step ends.</summary>
    public required long Customers { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Predictions up to this number were made before it.</summary>
    public required long FirstPrediction { get; init; }

    /// <summary>Labels up to this number were known before it.</summary>
    public required long FirstLabel { get; init; }

    public required string State { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? EndedBy { get; init; }

    /// <summary>Why it stopped by itself; null where a person or another change of champion ended it.</summary>
    public string? EndCode { get; init; }

    public string? EndReason { get; init; }

    /// <summary>Shares of the customers in hundredths of a per cent, step by step; after the last come all.</summary>
    public IReadOnlyList<int> Steps => JsonSerializer.Deserialize<int[]>(Shares)!;

    public TimeSpan Every => TimeSpan.FromHours(EveryHours);
}

/// <summary>From when a ramp's version has answered which share of the customers, in hundredths of a per cent; steps count from 0.</summary>
public sealed record RampStep(long Id, long RampId, long Step, long Share, DateTimeOffset At, long FirstPrediction);
