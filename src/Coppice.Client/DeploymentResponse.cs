namespace Coppice.Client;

/// <summary>A line of the deployment journal: a change of champion.</summary>
/// <param name="Number">Its place in the journal, from 1.</param>
/// <param name="Model">The model.</param>
/// <param name="Kind"><c>promotion</c> or <c>rollback</c>.</param>
/// <param name="From">The champion before; null at the first.</param>
/// <param name="To">The champion after.</param>
/// <param name="By">Who, or what, did it.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record DeploymentResponse(long Number, string Model, string Kind, string? From, string To, string By, string Reason, DateTimeOffset At)
{
    /// <summary>Which gates were overridden, by whom; null where none was.</summary>
    public OverrideResponse? Override { get; init; }

    /// <summary>The steps by which the version took over, oldest first; empty where it did at once.</summary>
    public IReadOnlyList<RampStepResponse> Steps { get; init; } = [];
}
