namespace Coppice.Server.Ramps.Rules;

/// <summary>Its answers that have come true are surely worse than the champion's, however often that is looked at (methods 6.1).</summary>
public sealed class SurelyWorseRule : IRampRule
{
    /// <summary>The chance that it ever stops a version that is as good.</summary>
    public const double Level = 0.01;

    /// <summary>Customers of both at which the interval is tightest.</summary>
    public const long Planned = 5_000;

    public RampFinding? Look(RampFacts facts) => facts.Losses is { OneSidedLower: > 0 } losses
        ? new RampFinding(
            RampMove.Stop,
            RampCodes.SurelyWorse,
            $"its answers that came true are worse than the champion's by {losses.Difference:0.0000}, surely by {losses.OneSidedLower:0.0000}, in {(facts.Predicts == Workspaces.PredictionKind.Probability ? "log-loss" : "distance of logarithms")}")
        : null;
}
