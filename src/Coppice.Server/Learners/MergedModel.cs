using Coppice.Forests;
using Coppice.Server.Features;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>Puts the members of a version together into the one forest that answers.</summary>
internal static class MergedModel
{
    /// <summary>One forest in UBJSON, and how many trees it has.</summary>
    /// <param name="parts">The members.</param>
    /// <param name="disposable">Trees on top of them that the next update throws away.</param>
    /// <param name="data">What was learnt from.</param>
    /// <param name="prior">The constant a model has to beat.</param>
    /// <param name="tweediePower">Of the loss of amounts.</param>
    public static (byte[] Model, int Trees) Of(ModelParts parts, byte[]? disposable, TrainingData data, double prior, double tweediePower)
    {
        var forest = new ForestBuilder
        {
            FeatureCount = data.Features.Width,
            Objective = data.Predicts == PredictionKind.Probability ? "binary:logistic" : "reg:tweedie",
            BaseScore = (float)MarginLoss.Score(data.Predicts, prior),
            TweediePower = tweediePower,
        };
        double constant = parts.IsEmpty ? 0 : -forest.BaseMargin;
        if (parts.Additive is { } additive)
        {
            constant += parts.Weights.Additive * additive.Intercept;
            additive.AddTo(forest, parts.Weights.Additive);
        }

        if (parts.Boosted is not null)
        {
            var boosted = Forest.Read(parts.Boosted);
            constant += parts.Weights.Boosted * boosted.BaseMargin;
            forest.Add(boosted, (float)parts.Weights.Boosted);
        }

        double share = parts.Weights.Forest / Math.Max(parts.Forest.Count, 1);
        foreach (var shard in parts.Forest.Select(shard => Forest.Read(shard)))
        {
            constant += share * shard.BaseMargin;
            forest.Add(shard, (float)share);
        }

        foreach (byte[] trees in new[] { parts.Grown, disposable }.OfType<byte[]>())
            forest.Add(Forest.Read(trees), weight: 1);
        if (constant != 0 || forest.TreeCount == 0)
            forest.AddConstant((float)constant, cover: data.Rows);
        return (forest.Save(), forest.TreeCount);
    }

    /// <summary>The weighted mean margin of the members on every row, without trees on top.</summary>
    public static double[] Vote(ModelParts parts, FeatureMatrix features)
    {
        double[] margins = new double[features.Rows];
        if (parts.Additive is { } additive)
            Add(margins, parts.Weights.Additive, additive.Margins(features));
        if (parts.Boosted is not null)
            Add(margins, parts.Weights.Boosted, Margins(parts.Boosted, features));
        if (parts.Forest.Count > 0)
            Add(margins, parts.Weights.Forest, Margins(parts.Forest, features));
        return margins;
    }

    /// <summary>What the trees of a model add on every row, on top of its own start.</summary>
    public static double[] Margins(byte[] trees, FeatureMatrix features)
    {
        float[] margins = new float[features.Rows];
        ForestScorer.Compile(Forest.Read(trees)).Margins(features.Values, margins);
        return Array.ConvertAll(margins, margin => (double)margin);
    }

    /// <summary>What a random forest says of every row, by its parts.</summary>
    public static double[] Margins(IReadOnlyList<byte[]> shards, FeatureMatrix features) => ForestShards.Mean([.. shards.Select(shard => Margins(shard, features))]);

    private static void Add(double[] margins, double weight, double[] member)
    {
        for (int row = 0; row < margins.Length; row++)
            margins[row] += weight * member[row];
    }
}
