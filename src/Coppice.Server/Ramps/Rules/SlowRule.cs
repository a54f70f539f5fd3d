namespace Coppice.Server.Ramps.Rules;

/// <summary>In three looks running the slowest hundredth of its answers took half as long again as the champion's to the same questions.</summary>
public sealed class SlowRule : IRampRule
{
    /// <summary>From here on a look counts.</summary>
    public const double Most = 1.5;

    private const int Looks = 3;

    public RampFinding? Look(RampFacts facts) => facts.Slow.Count >= Looks
        ? new RampFinding(
            RampMove.Stop,
            RampCodes.Slow,
            $"its slowest hundredth took {facts.Slow.Challenger.TotalMilliseconds:0.00} ms, the champion's {facts.Slow.Champion.TotalMilliseconds:0.00} ms at the same questions, in {facts.Slow.Count} looks running")
        : null;
}
