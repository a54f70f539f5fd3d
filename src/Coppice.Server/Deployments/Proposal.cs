namespace Coppice.Server.Deployments;

/// <summary>A promotion past gates that waits for a second person, as stored.</summary>
public sealed record Proposal
{
    /// <summary>What was right a week ago is asked for again.</summary>
    public static readonly TimeSpan WaitsFor = TimeSpan.FromDays(7);

    public long Id { get; init; }

    public required long ModelId { get; init; }

    public required long VersionId { get; init; }

    public required string Person { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>See <see cref="ProposalAnswers"/>; null while it waits, and where nobody answered in time.</summary>
    public string? Answer { get; init; }

    public string? AnsweredBy { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }
}
