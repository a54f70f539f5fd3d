using Coppice.Server.Statistics.Experiments;

namespace Coppice.Server.Ramps.Rules;

/// <summary>It fails to answer more often than one question in a hundred, by a sequential test, or more often than the champion at the same questions.</summary>
public sealed class FailsRule : IRampRule
{
    private const int FewestFailures = 5;
    private const double Level = 0.001;

    public RampFinding? Look(RampFacts facts)
    {
        var (failed, answered) = (facts.Failed, facts.Answered);
        bool often = CanaryErrors.LogLikelihoodRatio(failed, answered) >= CanaryErrors.AbortAt;
        bool oftener = failed >= FewestFailures && CanaryErrors.AgainstControl((int)Math.Min(failed, int.MaxValue), answered, 0, answered) < Level;
        return often || oftener
            ? new RampFinding(RampMove.Stop, RampCodes.Fails, $"it failed at {failed:N0} of {answered:N0} questions; the champion answered them")
            : null;
    }
}
