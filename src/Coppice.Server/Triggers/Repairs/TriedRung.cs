namespace Coppice.Server.Triggers.Repairs;

/// <summary>A rung that was fitted and judged.</summary>
internal sealed record TriedRung(string Rung, ChallengerTrial Trial, double Seconds);
