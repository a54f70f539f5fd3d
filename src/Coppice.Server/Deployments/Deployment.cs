namespace Coppice.Server.Deployments;

/// <summary>A change of champion: a line of the journal.</summary>
public sealed record Deployment
{
    public long Id { get; init; }

    public required long ModelId { get; init; }

    public required string Kind { get; init; }

    public required long? FromId { get; init; }

    public required long ToId { get; init; }

    public long? DecisionId { get; init; }

    /// <summary>1 where the version was promoted on its merit, or by a person: it becomes the anchor.</summary>
    public required long Superior { get; init; }

    public required string Actor { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }
}
