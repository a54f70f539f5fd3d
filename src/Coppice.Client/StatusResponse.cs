namespace Coppice.Client;

/// <summary>What a workspace holds and what is live in it.</summary>
/// <param name="Workspace">Its name.</param>
/// <param name="Now">The time by its clock, UTC.</param>
/// <param name="Clock"><c>real</c>, or <c>simulated</c> where the built-in shop set the time.</param>
/// <param name="Customers">Customers known.</param>
/// <param name="Events">Events known.</param>
/// <param name="LastEvent">Time of the newest event.</param>
/// <param name="Models">A line per model of the definition file.</param>
public sealed record StatusResponse(
    string Workspace,
    DateTimeOffset Now,
    string Clock,
    long Customers,
    long Events,
    DateTimeOffset? LastEvent,
    IReadOnlyList<ModelStatus> Models)
{
    /// <summary>What is wrong now, the worst and newest first.</summary>
    public IReadOnlyList<AlertResponse> Alerts { get; init; } = [];

    /// <summary>What Coppice does by itself, what each model waits for, and when it is due.</summary>
    public RetrainingStatus? Retraining { get; init; }

    /// <summary>Ways of telling people that cannot, and why.</summary>
    public IReadOnlyList<ChannelStatus> Channels { get; init; } = [];
}
