using Coppice.Server.Statistics.Samples;

namespace Coppice.Server.Ramps.Rules;

/// <summary>
/// Its scores are not those it would have given before the ramp, to the customers who asked then, and the champion's have not moved likewise: what it is
/// given now is not what it was judged on.
/// </summary>
public sealed class ScoresMovedRule : IRampRule
{
    private const double Most = 0.25;
    private const double Level = 0.001;

    public RampFinding? Look(RampFacts facts) => HasMoved(facts.ChallengerScores) && !HasMoved(facts.ChampionScores)
        ? new RampFinding(
            RampMove.Stop,
            RampCodes.ScoresMoved,
            $"its scores are not those it would have given before (PSI {facts.ChallengerScores!.Index:0.00}, at most {Most}), and the champion's have not moved likewise")
        : null;

    private static bool HasMoved(PopulationStability? scores) => scores is not null && scores.Index >= Most && scores.PValue < Level;
}
