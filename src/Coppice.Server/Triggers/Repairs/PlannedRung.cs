using Coppice.Server.Training;

namespace Coppice.Server.Triggers.Repairs;

/// <summary>A rung before it is tried.</summary>
/// <param name="Rung">One of <see cref="RepairRungs"/>.</param>
/// <param name="Plan">How it is learnt; null where it cannot be tried.</param>
/// <param name="LeftOut">Why not.</param>
internal sealed record PlannedRung(string Rung, TrainingPlan? Plan, string LeftOut = "");
