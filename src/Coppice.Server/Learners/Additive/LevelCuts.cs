using Coppice.Server.Features;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners.Additive;

/// <summary>Chooses the levels of every feature: as many rows in each as can be, and never few.</summary>
internal static class LevelCuts
{
    /// <summary>Quantiles of this many rows are as good as those of all.</summary>
    private const int MostRows = 50_000;

    /// <summary>Features that are the same for almost every row have one level, and are left out.</summary>
    public static LevelCut[] Of(FeatureMatrix features, AdditiveRecipe recipe)
    {
        int rows = Math.Min(features.Rows, MostRows);
        var cuts = new List<LevelCut>();
        float[] values = new float[rows];
        for (int feature = 0; feature < features.Width; feature++)
        {
            int present = 0;
            for (int i = 0; i < rows; i++)
            {
                float value = features.Values[((long)i * features.Rows / rows * features.Width) + feature];
                if (!float.IsNaN(value))
                    values[present++] = value;
            }

            if (present < recipe.FewestRows)
                continue;
            Array.Sort(values, 0, present);
            if (Of(feature, values.AsSpan(0, present), rows - present, recipe) is { Count: > 1 } cut)
                cuts.Add(cut);
        }

        return [.. cuts];
    }

    private static LevelCut Of(int feature, ReadOnlySpan<float> sorted, int missing, AdditiveRecipe recipe)
    {
        var thresholds = new List<float>();
        var sizes = new List<int>();
        double target = Math.Max(recipe.FewestRows, (double)sorted.Length / recipe.Levels);
        int start = 0;
        for (int i = 1; i < sorted.Length; i++)
        {
            bool isFull = i - start >= target - 0.5 && sorted.Length - i >= recipe.FewestRows;
            if (!isFull || sorted[i] == sorted[i - 1])
                continue;
            thresholds.Add(Between(sorted[i - 1], sorted[i]));
            sizes.Add(i - start);
            start = i;
        }

        sizes.Add(sorted.Length - start);
        bool hasMissing = missing >= recipe.FewestRows;
        if (hasMissing)
            sizes.Insert(0, missing);
        return new LevelCut(feature, [.. thresholds], hasMissing, sizes.IndexOf(sizes.Max()));
    }

    private static float Between(float lower, float upper)
    {
        float middle = lower + ((upper - lower) / 2);
        return middle > lower && middle <= upper ? middle : upper;
    }
}
