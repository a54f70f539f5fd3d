using Coppice.Client;
using Coppice.Server.Features;
using Coppice.Server.Models;

namespace Coppice.Server.Training;

/// <summary>Mean absolute contribution per input over a spread of rows: unlike gain it stays true after leaves have moved (methods 9.1).</summary>
internal static class GlobalImportance
{
    private const int SampleRows = 200;
    private const int MostInputs = 500;

    /// <summary>Largest first; nothing where the version cannot be explained.</summary>
    public static IReadOnlyList<FeatureImportance> Of(FeaturePipeline pipeline, Explainer explainer, FeatureMatrix features)
    {
        double[] sums = new double[pipeline.Encoders.Count];
        int[] sample = ServingCheck.Spread(features.Rows, SampleRows);
        if (explainer.Contributions(features.Take(sample)) is not { } rows)
            return [];
        foreach (double[] contributions in rows)
        {
            for (int i = 0; i < sums.Length; i++)
                sums[i] += Math.Abs(contributions[i]);
        }

        return [.. sums
            .Select((sum, i) => new FeatureImportance(pipeline.Encoders[i].Column, sum / sample.Length, InputWords.Name(pipeline.Encoders[i].Column)))
            .Where(f => f.MeanAbsoluteContribution > 0)
            .OrderByDescending(f => f.MeanAbsoluteContribution)
            .Take(MostInputs)];
    }
}
