namespace Coppice.Server.Evaluation;

/// <summary>
/// A running mean that forgets: each older error weighs a little less (Gama, Sebastião and Rodrigues 2013). Fed in order of maturity,
/// with the error of the prediction as it was served (methods 2.4).
/// </summary>
public sealed class FadingMean(double fading = FadingMean.DefaultFading)
{
    /// <summary>Remembers about the last thousand rows.</summary>
    public const double DefaultFading = 0.999;

    private readonly double _fading = fading is > 0 and <= 1
        ? fading
        : throw new ArgumentOutOfRangeException(nameof(fading), fading, "A fading factor lies above 0 and not above 1.");

    public double Sum { get; private set; }

    /// <summary>The rows it remembers, in weight.</summary>
    public double Weight { get; private set; }

    /// <summary>One that goes on where another stood.</summary>
    public static FadingMean Restore(double sum, double weight, double fading = DefaultFading) => new(fading) { Sum = sum, Weight = weight };

    /// <summary>Null before the first row.</summary>
    public double? Mean => Weight > 0 ? Sum / Weight : null;

    public void Add(double error)
    {
        Sum = error + (_fading * Sum);
        Weight = 1 + (_fading * Weight);
    }
}
