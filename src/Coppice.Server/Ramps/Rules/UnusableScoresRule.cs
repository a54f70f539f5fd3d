namespace Coppice.Server.Ramps.Rules;

/// <summary>More than one score in a thousand is no number.</summary>
public sealed class UnusableScoresRule : IRampRule
{
    private const double MostShare = 0.001;

    public RampFinding? Look(RampFacts facts) => facts.Unusable > MostShare * facts.Answered
        ? new RampFinding(RampMove.Stop, RampCodes.UnusableScores, $"{facts.Unusable:N0} of {facts.Answered:N0} scores were no number; the champion answered in their place")
        : null;
}
