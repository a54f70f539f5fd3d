using Coppice.Server.Drift;
using Coppice.Server.Statistics;
using Coppice.XGBoost;

namespace Coppice.Server.Tests.Drift;

public sealed class JointClassifierTests
{
    [Fact]
    public async Task Rows_of_one_world_cannot_be_told_apart()
    {
        var (separation, _) = await TellAsync(Rows(600, seed: 1, together: 1), Rows(700, seed: 2, together: 1));
        Assert.InRange(separation.Auc, 0.44, 0.56);
        Assert.True(separation.PValue > 0.001);
    }

    [Fact]
    public async Task Inputs_that_no_longer_go_together_are_told_though_each_looks_the_same()
    {
        var (separation, importance) = await TellAsync(Rows(600, seed: 1, together: 1), Rows(700, seed: 2, together: -1));
        Assert.True(separation.Auc > 0.8);
        Assert.True(importance[0] > 5 * importance[2] && importance[1] > 5 * importance[2]);
    }

    private static Task<(Server.Statistics.Samples.Separation Separation, double[] Importance)> TellAsync(float[] reference, float[] current) =>
        TrainingJob.RunAsync(cancellation => JointClassifier.TellApart(reference, current, 3, cancellation), TestContext.Current.CancellationToken);

    /// <summary>Two inputs that rise together, or against each other, and one that has nothing to do with them.</summary>
    private static float[] Rows(int count, ulong seed, int together)
    {
        var random = new SplitMix64(seed);
        float[] rows = new float[3 * count];
        for (int row = 0; row < count; row++)
        {
            double shared = random.NextDouble() - 0.5;
            rows[3 * row] = (float)(shared + (0.1 * random.NextDouble()));
            rows[(3 * row) + 1] = (float)((together * shared) + (0.1 * random.NextDouble()));
            rows[(3 * row) + 2] = (float)random.NextDouble();
        }

        return rows;
    }
}
