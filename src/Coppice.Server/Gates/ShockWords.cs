using Coppice.Client;
using Coppice.Server.Evaluation;

namespace Coppice.Server.Gates;

/// <summary>A score shock in the words of the wire.</summary>
internal static class ShockWords
{
    public static ShockResponse Describe(ScoreShock shock, DriftSource source, double bound) => new(
        shock.Customers,
        source == DriftSource.Snapshot ? "latest" : "labels",
        shock.DecileChanges,
        shock.Threshold,
        shock.Entering,
        shock.Leaving,
        shock.ChosenBefore,
        shock.ChosenAfter,
        shock.Crossing,
        bound,
        shock.Normalised,
        shock.TopOverlap)
    {
        DecileMoves = shock.DecileMoves,
    };
}
