using Coppice.Server.Workspaces;
using Coppice.XGBoost;

namespace Coppice.Server.Learners;

/// <summary>Grows a random forest with the native library, in parts that have equal say and can be replaced one by one (methods 3.3).</summary>
internal sealed class ForestShards(ForestRecipe forest, TreeParameters parameters, FitContext context)
{
    /// <summary>All parts, each by itself on all of the rows.</summary>
    public byte[][] Grow(TrainingData data)
    {
        using var rows = BoostedTrees.Matrix(data);
        byte[][] shards = new byte[forest.Shards][];
        for (int shard = 0; shard < shards.Length; shard++)
        {
            shards[shard] = Grow(rows, shard);
            context.Report("fit", (shard + 1.0) / shards.Length, $"{(shard + 1) * forest.Trees} of {shards.Length * forest.Trees} trees side by side");
        }

        return shards;
    }

    /// <summary>The first part alone.</summary>
    public byte[] GrowFirst(TrainingData data)
    {
        using var rows = BoostedTrees.Matrix(data);
        return Grow(rows, 0);
    }

    /// <summary>The oldest part makes room for one that has seen the newest rows; the first in the list is the oldest.</summary>
    /// <param name="shards">The parts there are.</param>
    /// <param name="recent">What the new part learns from.</param>
    public byte[][] Renew(IReadOnlyList<byte[]> shards, TrainingData recent)
    {
        using var rows = BoostedTrees.Matrix(recent);
        return [.. shards.Skip(1), Grow(rows, shards.Count)];
    }

    /// <summary>What the forest says of every row: the mean of what its parts say.</summary>
    public static double[] Mean(IReadOnlyList<double[]> margins)
    {
        double[] mean = new double[margins[0].Length];
        for (int row = 0; row < mean.Length; row++)
        {
            double sum = 0;
            foreach (double[] shard in margins)
                sum += shard[row];
            mean[row] = sum / margins.Count;
        }

        return mean;
    }

    private byte[] Grow(TrainingMatrix rows, int shard)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        using var booster = Booster.Create(parameters.Of(forest, context.Seed, shard));
        booster.Update(rows);
        booster.SetAttribute(LearningRates.Attribute, LearningRates.Append(null, rounds: 1, rate: 1));
        return booster.Save(ModelFormat.Ubjson);
    }
}
