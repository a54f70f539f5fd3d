namespace Coppice.Client;

/// <summary>A promotion past gates that waits for a second person.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">The version that shall answer.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="ExpiresAt">From when it can no longer be approved.</param>
/// <param name="Gates">The gates that did not let the version through; empty where it was never judged.</param>
/// <param name="State"><c>waiting</c>, <c>approved</c> or <c>withdrawn</c>.</param>
public sealed record ProposalResponse(
    string Model,
    string Version,
    string By,
    string Reason,
    DateTimeOffset At,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<string> Gates,
    string State);

/// <summary>Approves a promotion that waits, or withdraws it.</summary>
/// <param name="By">Who does; to approve, somebody else than who asked.</param>
public sealed record AnswerProposalRequest(string? By = null);

/// <summary>What became of a promotion by hand: exactly one of the two.</summary>
/// <param name="Deployment">The change of champion.</param>
/// <param name="Proposal">What waits for a second person; the champion has not changed.</param>
public sealed record PromoteResponse(DeploymentResponse? Deployment, ProposalResponse? Proposal);
