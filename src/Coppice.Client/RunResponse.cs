namespace Coppice.Client;

/// <summary>One execution of a training strategy.</summary>
/// <param name="Id">Number of the run.</param>
/// <param name="Model">The model trained.</param>
/// <param name="Strategy"><c>full</c>, <c>refresh</c>, <c>grow</c>, <c>repair</c>, <c>tune</c> or <c>compare</c>; <c>auto</c> until it is decided.</param>
/// <param name="Trigger">Why it started: <c>manual</c>, <c>new_labels</c>, <c>interval</c>, <c>performance</c> or <c>schedule</c>.</param>
/// <param name="State"><c>running</c>, <c>done</c>, <c>failed</c>, <c>skipped</c>, <c>cancelled</c> or <c>interrupted</c>.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Error">Why it failed or was skipped, in one sentence.</param>
/// <param name="ErrorCode">The stable code of that reason.</param>
/// <param name="Result">What came of it.</param>
public sealed record RunResponse(
    long Id,
    string Model,
    string Strategy,
    string Trigger,
    string State,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    string? Error,
    string? ErrorCode,
    RunResult? Result);

/// <summary>A step of a run as it happens.</summary>
/// <param name="Step">What is being done: <c>wait</c> (another run has its turn), <c>labels</c>, <c>read</c>, <c>fit</c>, <c>refresh</c>, <c>grow</c>, <c>calibrate</c>, <c>judge</c>, <c>save</c>.</param>
/// <param name="Fraction">How much of the run is done, 0 to 1.</param>
/// <param name="Detail">A few words, such as <c>round 40 of at most 300</c>.</param>
public sealed record RunProgress(string Step, double Fraction, string? Detail);
