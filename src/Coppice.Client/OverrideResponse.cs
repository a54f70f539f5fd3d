namespace Coppice.Client;

/// <summary>A person let a version past gates that had not let it through. The decision itself stays as it fell.</summary>
/// <param name="Gates">Which gates; empty where the version was never judged.</param>
/// <param name="By">Who answers for it.</param>
/// <param name="ApprovedBy">The second person; null where one was enough.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record OverrideResponse(IReadOnlyList<string> Gates, string By, string? ApprovedBy, string Reason, DateTimeOffset At);
