using Coppice.Server.Statistics.Experiments;

namespace Coppice.Server.Ramps.Rules;

/// <summary>Customers are not divided as the shares say: something sorts them, and no comparison of the two versions means anything (methods 6.2).</summary>
public sealed class UnevenSplitRule : IRampRule
{
    public RampFinding? Look(RampFacts facts)
    {
        double p = Math.Min(1, Math.Exp(-facts.UnevenEvidence));
        if (p >= SampleRatio.AlarmLevel)
            return null;
        var seen = facts.Customers[^1];
        return new RampFinding(
            RampMove.Hold,
            RampCodes.Uneven,
            $"it answered {seen.Challenger:N0} of {seen.Both:N0} customers where {seen.Both * seen.Share / 10_000.0:N0} were expected (p {p:0.0e+0}); somebody may be asking a version by its number");
    }
}
