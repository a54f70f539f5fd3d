using Coppice.Forests;
using Coppice.Server.Learners;
using FeatureImportance = Coppice.Client.FeatureImportance;

namespace Coppice.Server.Training;

/// <summary>Mean absolute contribution per feature over a spread of rows: unlike gain it stays true after leaves have moved (methods 9.1).</summary>
internal static class GlobalImportance
{
    private const int SampleRows = 200;
    private const int MostFeatures = 20;

    public static IReadOnlyList<FeatureImportance> Of(byte[] model, TrainingData data)
    {
        var contributions = new ForestContributions(Forest.Read(model));
        double[] sums = new double[data.Features.Width];
        double[] row = new double[contributions.Length];
        int[] sample = ServingCheck.Spread(data.Rows, SampleRows);
        foreach (int i in sample)
        {
            contributions.Explain(data.Features.Row(i), row);
            for (int f = 0; f < sums.Length; f++)
                sums[f] += Math.Abs(row[f]);
        }

        return [.. sums
            .Select((sum, f) => new FeatureImportance(data.Features.Names[f], sum / sample.Length))
            .Where(f => f.MeanAbsoluteContribution > 0)
            .OrderByDescending(f => f.MeanAbsoluteContribution)
            .Take(MostFeatures)];
    }
}
