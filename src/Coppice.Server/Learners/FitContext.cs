namespace Coppice.Server.Learners;

/// <summary>What a fit reports to and is stopped by.</summary>
/// <param name="Seed">31 bits that decide every random choice of the library.</param>
/// <param name="Report">Takes the step, how much of it is done (0 to 1) and a few words.</param>
/// <param name="Cancellation">Observed at every round.</param>
public sealed record FitContext(int Seed, Action<string, double, string> Report, CancellationToken Cancellation);
