using Coppice.Server.Training;

namespace Coppice.Server.Triggers.Repairs;

/// <summary>A rung before it is tried.</summary>
/// <param name="Rung">One of <see cref="RepairRungs"/>.</param>
/// <param name="Plan">How it is learnt; null where it cannot be tried.</param>
/// <param name="LeftOut">Why not.</param>
internal sealed record PlannedRung(string Rung, TrainingPlan? Plan, string LeftOut = "")
{
    /// <summary>Of the threshold: whether acting starts from another score than when the champion was promoted.</summary>
    public bool IsMoved { get; init; }
}
