using Coppice.Server.Features;
using Coppice.Server.Learners;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Bench.Judgement;

/// <summary>Customers with eight inputs and a known chance of a yes, whose level may have moved since.</summary>
internal sealed class RepairWorld(SplitMix64 random)
{
    private const double Base = -1.3;

    private static readonly double[] Pulls = [0.9, -0.7, 0.5, 0.4, -0.3, 0.2, 0, 0];
    private static readonly string[] Names = [.. Pulls.Select((_, i) => $"input{i}")];

    private long _customers;

    public (TrainingData Data, double[] Chances) Draw(int rows, double level)
    {
        float[] values = new float[rows * Pulls.Length];
        double[] chances = new double[rows];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            double odds = Base + level;
            for (int i = 0; i < Pulls.Length; i++)
            {
                double value = Distributions.NormalQuantile(Math.Max(random.NextDouble(), 1e-16));
                values[(row * Pulls.Length) + i] = (float)value;
                odds += Pulls[i] * value;
            }

            // What two inputs do together, so that trees have something to find.
            odds += 0.6 * values[row * Pulls.Length] * values[(row * Pulls.Length) + 1];
            chances[row] = Logistic.Sigmoid(odds);
            labels[row] = random.NextDouble() < chances[row] ? 1 : 0;
        }

        float[] weights = new float[rows];
        Array.Fill(weights, 1);
        long[] order = [.. Enumerable.Range(0, rows).Select(i => _customers + i)];
        _customers += rows;
        long[] at = [.. order.Select(customer => customer * 1_000_000)];
        return (new TrainingData(PredictionKind.Probability, new FeatureMatrix(Names, values, rows), labels, weights, order, at, at), chances);
    }

    public static TrainingData Together(TrainingData one, TrainingData other) => new(
        one.Predicts,
        new FeatureMatrix(one.Features.Names, [.. one.Features.Values, .. other.Features.Values], one.Rows + other.Rows),
        [.. one.Labels, .. other.Labels],
        [.. one.Weights, .. other.Weights],
        [.. one.CustomerIds, .. other.CustomerIds],
        [.. one.AsOf, .. other.AsOf],
        [.. one.MaturesAt, .. other.MaturesAt]);
}
