using Coppice.Server.Features;
using Coppice.Server.Models;

namespace Coppice.Server.Drift;

/// <summary>What each input does to the scores of some rows, on average.</summary>
internal static class ContributionMeans
{
    /// <summary>Rows explained: exact explanations are the dearest part of a window.</summary>
    private const int MostRows = 300;

    /// <summary>By input: the mean and the mean absolute contribution; empty where the version cannot be explained.</summary>
    public static (double[] Means, double[] Importance) Of(Explainer explainer, FeatureMatrix features)
    {
        int count = Math.Min(MostRows, features.Rows);
        int[] sample = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * features.Rows / count))];
        if (count == 0 || explainer.Contributions(features.Take(sample)) is not { } explained)
            return ([], []);
        // Trees whose leaves have lost their rows explain nothing.
        double[][] rows = [.. explained.Where(row => Array.TrueForAll(row, double.IsFinite))];
        if (rows.Length == 0)
            return ([], []);
        double[] means = new double[rows[0].Length];
        double[] importance = new double[rows[0].Length];
        foreach (double[] contributions in rows)
        {
            for (int input = 0; input < means.Length; input++)
            {
                means[input] += contributions[input] / rows.Length;
                importance[input] += Math.Abs(contributions[input]) / rows.Length;
            }
        }

        return (means, importance);
    }
}
