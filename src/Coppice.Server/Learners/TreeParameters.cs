using System.Globalization;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>What the library is told about the trees of a recipe.</summary>
internal sealed class TreeParameters(Recipe recipe, PredictionKind predicts, double prior, int width)
{
    public Dictionary<string, string> Of(BoostedRecipe boosted, int seed) => new(Common(boosted.RowsPerLeaf))
    {
        ["max_depth"] = Text(boosted.Depth),
        ["eta"] = Text(boosted.StepSize),
        ["lambda"] = Text(boosted.Shrinkage),
        ["max_bin"] = Text(boosted.Bins),
        ["colsample_bytree"] = Text(Math.Clamp((double)boosted.Columns / width, boosted.ColumnShare, 1)),
        ["seed"] = Text(seed),
    };

    /// <summary>Trees of one round, all from the prior: what each adds is divided by how many there are, so that their sum is a mean.</summary>
    /// <param name="forest">The recipe.</param>
    /// <param name="seed">Of the run.</param>
    /// <param name="shard">Which part of the forest; each draws by itself.</param>
    public Dictionary<string, string> Of(ForestRecipe forest, int seed, int shard) => new(Common(forest.RowsPerLeaf))
    {
        ["num_parallel_tree"] = Text(forest.Trees),
        ["max_depth"] = Text(forest.Depth),
        ["eta"] = "1",
        ["lambda"] = Text(forest.Shrinkage),
        ["max_bin"] = Text(forest.Bins),
        ["subsample"] = Text(forest.RowShare),
        ["colsample_bytree"] = Text(Math.Clamp((double)forest.Columns / width, forest.ColumnShare, 1)),
        ["seed"] = Text((int)(SplitMix64.ForReplicate((ulong)seed, shard).Next() >> 33)),
    };

    /// <summary>For the record: <paramref name="boosted"/>, and what the first part of the forest was told.</summary>
    public Dictionary<string, string> Told(IReadOnlyDictionary<string, string> boosted, ForestRecipe forest, int seed) =>
        boosted.Concat(Of(forest, seed, shard: 0).Select(told => KeyValuePair.Create("forest." + told.Key, told.Value))).ToDictionary();

    public static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private Dictionary<string, string> Common(double rowsPerLeaf)
    {
        var parameters = new Dictionary<string, string>
        {
            ["objective"] = predicts == PredictionKind.Probability ? "binary:logistic" : "reg:tweedie",
            ["base_score"] = Text(MarginLoss.Score(predicts, prior)),
            ["tree_method"] = "hist",
            ["min_child_weight"] = Text(FewestInLeaf(rowsPerLeaf)),
        };
        if (predicts == PredictionKind.Amount)
            parameters["tweedie_variance_power"] = Text(recipe.TweediePower);
        return parameters;
    }

    /// <summary>A leaf's weight is counted in hessians: p(1-p) for a probability, about the root of the mean for Tweedie 1.5 (methods 8.1).</summary>
    private double FewestInLeaf(double rowsPerLeaf) => predicts == PredictionKind.Probability
        ? Math.Max(0.5, rowsPerLeaf * prior * (1 - prior))
        : Math.Max(0.5, rowsPerLeaf * Math.Pow(Math.Max(prior, 1e-6), 2 - recipe.TweediePower));
}
