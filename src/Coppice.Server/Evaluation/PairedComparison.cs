using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>
/// One metric of two versions on the same rows. The improvement is positive when the challenger is better, whichever way the metric points.
/// Error and bounds are null when the rows cannot give them.
/// </summary>
public sealed record PairedComparison
{
    /// <summary>z of a one-sided 5 % test plus z of 80 % power: the multiple of the error that a block can resolve.</summary>
    public const double ResolvableErrors = 2.486;

    public required string Metric { get; init; }

    public required double Champion { get; init; }

    public required double Challenger { get; init; }

    public required double Improvement { get; init; }

    public required int Rows { get; init; }

    public double? StandardError { get; init; }

    public double SignificanceLevel { get; init; } = 0.05;

    /// <summary>Improvement minus z errors, one-sided at the significance level.</summary>
    public double? LowerBound { get; init; }

    public double? UpperBound { get; init; }

    public double? Z { get; init; }

    public double? TwoSidedP { get; init; }

    /// <summary>How surprising so large an improvement would be if the challenger were no better.</summary>
    public double? SuperiorityP { get; init; }

    /// <summary>The smallest true difference that a block of this size finds four times out of five.</summary>
    public double? Resolvable => ResolvableErrors * StandardError;

    /// <summary>(champion - challenger) in the bad direction, relative to the champion; absolute when the champion's value is zero.</summary>
    public double RelativeDrop => Champion == 0 ? -Improvement : -Improvement / Math.Abs(Champion);

    public static PairedComparison FromError(
        string metric, double champion, double challenger, double improvement, double? standardError, int rows, double significanceLevel = 0.05)
    {
        if (significanceLevel is not (> 0 and < 0.5))
            throw new ArgumentOutOfRangeException(nameof(significanceLevel), significanceLevel, "A one-sided significance level lies between 0 and 0.5.");
        var comparison = new PairedComparison
        {
            Metric = metric,
            Champion = champion,
            Challenger = challenger,
            Improvement = improvement,
            Rows = rows,
            SignificanceLevel = significanceLevel,
        };
        // No error although the models differ cannot be trusted; two equal rankings are plainly equal (methods 1.2).
        if (standardError is not { } error || (error == 0 && improvement != 0))
            return comparison;
        double z = error == 0 ? 0 : improvement / error;
        double reach = Distributions.NormalQuantile(1 - significanceLevel) * error;
        return comparison with
        {
            StandardError = error,
            LowerBound = improvement - reach,
            UpperBound = improvement + reach,
            Z = z,
            TwoSidedP = Math.Min(1, 2 * Distributions.NormalSurvival(Math.Abs(z))),
            SuperiorityP = Distributions.NormalSurvival(z),
        };
    }

    /// <summary>How surprising the improvement would be if the challenger were worse by the margin.</summary>
    public double? NonInferiorityP(double margin) =>
        StandardError is > 0 ? Distributions.NormalSurvival((Improvement + margin) / StandardError.Value) : null;

    /// <summary>How surprising so large a fall would be if the true one were no larger than a share of the champion's value; 1 where the rows cannot tell.</summary>
    public double HarmBeyond(double mostFall) => 1 - (NonInferiorityP(mostFall * Math.Abs(Champion)) ?? 0);
}
