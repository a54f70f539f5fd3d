using Coppice.Server.Statistics;

namespace Coppice.Bench.Judgement;

/// <summary>
/// Customers whose chance of a yes is known, and versions that see it through noise. Versions learnt from the same data share most of their
/// noise; the rest is each one's own. A version says what is right to say of what it sees, so it is calibrated.
/// </summary>
internal sealed class SimulatedWorld(SplitMix64 random)
{
    private const double Base = -1.7;
    private const double Spread = 1.6;

    /// <summary>Of a version's noise; equal versions then agree as retrains do, with a correlation of about .98.</summary>
    private const double SharedNoise = 0.9;

    /// <summary>How much rows of one customer have in common, of what they are and of what versions get wrong about them.</summary>
    private const double SameCustomer = 0.4;

    /// <summary>A fresh block, scored by versions of the given noise.</summary>
    /// <param name="customers">The customer of each row, those of one customer next to each other.</param>
    /// <param name="noises">One per version; two versions are never the same, even with equal noise.</param>
    public (double[] Labels, double[][] Scores) Draw(long[] customers, params double[] noises)
    {
        double[] labels = new double[customers.Length];
        double[][] scores = [.. noises.Select(_ => new double[customers.Length])];
        double[] commons = new double[noises.Length + 2];
        for (int row = 0; row < customers.Length; row++)
        {
            if (row == 0 || customers[row] != customers[row - 1])
            {
                for (int i = 0; i < commons.Length; i++)
                    commons[i] = Normal();
            }

            double truth = Mixed(commons[^1]);
            double shared = Mixed(commons[^2]);
            labels[row] = random.NextDouble() < Logistic.Sigmoid(Base + (Spread * truth)) ? 1 : 0;
            for (int version = 0; version < noises.Length; version++)
            {
                double noise = noises[version] * ((Math.Sqrt(SharedNoise) * shared) + (Math.Sqrt(1 - SharedNoise) * Mixed(commons[version])));
                scores[version][row] = Score(truth + noise, noises[version]);
            }
        }

        return (labels, scores);
    }

    /// <summary>The same where every row is a customer of its own.</summary>
    public (double[] Labels, double[][] Scores) Draw(int rows, params double[] noises) => Draw([.. Enumerable.Range(0, rows).Select(i => (long)i)], noises);

    public double Normal() => Distributions.NormalQuantile(Math.Max(random.NextDouble(), 1e-16));

    private double Mixed(double ofCustomer) => (Math.Sqrt(SameCustomer) * ofCustomer) + (Math.Sqrt(1 - SameCustomer) * Normal());

    /// <summary>The chance of a yes given a truth seen through noise; the mean of a sigmoid over a normal, by MacKay's approximation.</summary>
    private static double Score(double seen, double noise)
    {
        double kept = 1 / (1 + (noise * noise));
        double left = Spread * Spread * noise * noise * kept;
        return Logistic.Sigmoid((Base + (Spread * seen * kept)) / Math.Sqrt(1 + (Math.PI * left / 8)));
    }
}
