namespace Coppice.Server.Triggers.Repairs;

/// <summary>How the last repair, or full retrain, of a model was decided.</summary>
/// <param name="At">When.</param>
/// <param name="Outcome">Whether what it made answers now.</param>
/// <param name="BlockRows">Fresh labels it was judged on.</param>
public sealed record PastRepair(DateTimeOffset At, Gates.DecisionOutcome Outcome, long BlockRows);
