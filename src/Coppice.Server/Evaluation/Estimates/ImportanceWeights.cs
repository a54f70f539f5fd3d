namespace Coppice.Server.Evaluation.Estimates;

/// <summary>
/// How much rows with known labels count for the rows of now, from how much each looks like one of now (methods 4.5 and 5.2). A calibrator
/// fitted with them is right where the customers of now are.
/// </summary>
public sealed class ImportanceWeights
{
    /// <summary>With fewer rows of equal weight there is no fit worth having.</summary>
    public const double LeastSize = 200;

    /// <summary>A chance of one would weigh without end.</summary>
    private const double Clip = 1e-6;

    private readonly double[] _weights;

    private ImportanceWeights(double[] weights)
    {
        _weights = weights;
        double sum = 0;
        double squares = 0;
        foreach (double weight in weights)
        {
            sum += weight;
            squares += weight * weight;
        }

        EffectiveSize = squares > 0 ? sum * sum / squares : 0;
    }

    public ReadOnlySpan<double> OfRows => _weights;

    /// <summary>As many rows of equal weight would say as much.</summary>
    public double EffectiveSize { get; }

    public bool IsEnough => EffectiveSize >= LeastSize;

    /// <summary>Weighs rows by what a classifier between the two groups says of them.</summary>
    /// <param name="chancesOfNow">For each row with a label, the chance that it is one of now.</param>
    /// <param name="before">How many rows of before the classifier has seen.</param>
    /// <param name="now">How many rows of now.</param>
    public static ImportanceWeights Of(ReadOnlySpan<double> chancesOfNow, int before, int now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(before);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(now);
        var weights = new double[chancesOfNow.Length];
        for (int row = 0; row < weights.Length; row++)
        {
            if (chancesOfNow[row] is not (>= 0 and <= 1))
                throw new ArgumentException($"A probability lies in 0..1; row {row} holds {chancesOfNow[row]}.", nameof(chancesOfNow));
            double chance = Math.Clamp(chancesOfNow[row], Clip, 1 - Clip);
            weights[row] = chance / (1 - chance) * before / now;
        }

        return new ImportanceWeights(weights);
    }
}
