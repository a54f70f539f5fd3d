namespace Coppice.Client;

/// <summary>A version that takes over from the champion customer by customer.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">The version that takes over.</param>
/// <param name="From">The champion, which answers everybody else.</param>
/// <param name="State"><c>running</c>, <c>done</c> where it is champion now, or <c>stopped</c> where the champion answers everybody again.</param>
/// <param name="Share">The share of the customers that it answers, or answered last, 0 to 1.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Steps">Its steps so far, oldest first.</param>
public sealed record RampResponse(
    string Model,
    string Version,
    string From,
    string State,
    double Share,
    DateTimeOffset StartedAt,
    IReadOnlyList<RampStepResponse> Steps)
{
    /// <summary>The share of the next step; 1 where it is champion then, null where the ramp is over.</summary>
    public double? NextShare { get; init; }

    /// <summary>When the next step begins at the earliest; null where the ramp is over.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Customers answered in this step, by either version; null where nobody has looked since the server began.</summary>
    public long? Customers { get; init; }

    /// <summary>Those of them that the version itself answered.</summary>
    public long? CustomersOfChallenger { get; init; }

    /// <summary>What keeps it at its step until a person has looked; null where nothing does.</summary>
    public string? Holds { get; init; }

    /// <summary>The code of what holds or stopped it, such as <c>COP-RAMP-005</c>; null where nothing did.</summary>
    public string? Code { get; init; }

    /// <summary>What it waits for, or why it ended.</summary>
    public string? Reason { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who ended it.</summary>
    public string? EndedBy { get; init; }
}

/// <summary>From when which share of the customers was answered.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="At">When the step began.</param>
public sealed record RampStepResponse(double Share, DateTimeOffset At);

/// <summary>Stops a ramp.</summary>
/// <param name="By">Who does.</param>
/// <param name="Reason">Why.</param>
public sealed record StopRampRequest(string? By = null, string? Reason = null);
