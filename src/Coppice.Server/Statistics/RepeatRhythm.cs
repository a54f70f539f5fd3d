using MathNet.Numerics;

namespace Coppice.Server.Statistics;

/// <summary>
/// How a population repeats an act and leaves (BG/NBD, Fader, Hardie and Lee 2005; methods 7.6): everyone acts at a rate of their own, gamma over
/// all, and after each act may leave for good with a chance of their own, beta over all.
/// </summary>
/// <param name="RateShape">r of the paper.</param>
/// <param name="RateScale">alpha, in the unit of the ages.</param>
/// <param name="LeavingShape">a: of the chance to leave.</param>
/// <param name="StayingShape">b: of the chance to stay.</param>
public sealed record RepeatRhythm(double RateShape, double RateScale, double LeavingShape, double StayingShape)
{
    /// <summary>Where everyone leaves with nearly the same chance, a beta distribution of so many trials says so too, and its series does not overflow.</summary>
    private const double EnoughTrials = 40;

    public double LogLikelihood(RepeatHistory history)
    {
        int x = history.Repeats;
        double rate = SpecialFunctions.GammaLn(RateShape + x) - SpecialFunctions.GammaLn(RateShape) + (RateShape * Math.Log(RateScale));
        double stays = SpecialFunctions.GammaLn(LeavingShape + StayingShape) - SpecialFunctions.GammaLn(LeavingShape + StayingShape + x)
            + SpecialFunctions.GammaLn(StayingShape + x) - SpecialFunctions.GammaLn(StayingShape);
        double quiet = -(RateShape + x) * Math.Log(RateScale + history.Age);
        return rate + stays + quiet + Softplus(LogOddsGone(history));
    }

    /// <summary>The chance that they have not left for good. Nobody leaves before a second act, so without repeats it is 1.</summary>
    public double Alive(RepeatHistory history) => 1 / (1 + Math.Exp(LogOddsGone(history)));

    /// <summary>How many acts to expect within <paramref name="time"/> from now.</summary>
    public double Expected(RepeatHistory history, double time) => Alive(history) * ExpectedOfTheLiving(history.Repeats, history.Age, time);

    /// <summary>
    /// The chance of not one act within <paramref name="time"/> from now. Who has not left stays until their next act, and their rate is by now gamma
    /// with shape r + x and scale alpha + age (the paper's derivation of the likelihood): its Laplace transform at that time is their chance of silence.
    /// </summary>
    public double None(RepeatHistory history, double time) => 1 - (Alive(history) * SomeOfTheLiving(history.Repeats, history.Age, time));

    /// <summary>
    /// The same expectation for someone known not to have left; the age at their last act no longer matters then. In Euler's form of the function,
    /// with the factors that vanish at a = 1 and a + b + x = 1 divided out, no value of the parameters is singular and no count overflows.
    /// </summary>
    public double ExpectedOfTheLiving(int repeats, double age, double time)
    {
        double third = LeavingShape + StayingShape + repeats - 1;
        double power = LeavingShape - 1;
        double increment = Hypergeometric.Increment(LeavingShape + StayingShape - 1 - RateShape, power, third, time / (RateScale + age + time));
        double logShare = -Math.Log(1 + (time / (RateScale + age)));
        double slope = power == 0 ? logShare : ExponentialLessOne(power * logShare) / power;
        // The increment's own factor, 1 + power * slope, is this power of the share: as a difference it would lose every digit where the increment is large.
        double expected = -((slope * third) + (increment * Math.Exp(power * logShare)));
        double share = EnoughTrials / (LeavingShape + StayingShape);
        return double.IsFinite(expected) || !(share < 1)
            ? expected
            : (this with { LeavingShape = share * LeavingShape, StayingShape = share * StayingShape }).ExpectedOfTheLiving(repeats, age, time);
    }

    /// <summary>The chance of at least one act for someone known not to have left.</summary>
    public double SomeOfTheLiving(int repeats, double age, double time) =>
        1 - Math.Pow((RateScale + age) / (RateScale + age + time), RateShape + repeats);

    private double LogOddsGone(RepeatHistory history) => history.Repeats == 0
        ? double.NegativeInfinity
        : Math.Log(LeavingShape / (StayingShape + history.Repeats - 1))
            + ((RateShape + history.Repeats) * Math.Log((RateScale + history.Age) / (RateScale + history.LastAge)));

    /// <summary>e^x - 1, accurate near zero, where the library keeps only seven digits.</summary>
    private static double ExponentialLessOne(double x) => x < -1 ? Math.Exp(x) - 1 : 2 * Math.Exp(x / 2) * Math.Sinh(x / 2);

    /// <summary>log(1 + e^x) without overflow.</summary>
    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}
