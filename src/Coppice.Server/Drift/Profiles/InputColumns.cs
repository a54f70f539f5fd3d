using Coppice.Server.Features;

namespace Coppice.Server.Drift.Profiles;

/// <summary>The features of rows as one column of numbers for each input: a category is the place of its value.</summary>
internal static class InputColumns
{
    public static IEnumerable<(ColumnEncoder Encoder, double[] Values)> Of(FeaturePipeline pipeline, FeatureMatrix features)
    {
        for (int i = 0; i < pipeline.Encoders.Count; i++)
        {
            var (start, end) = (pipeline.Starts[i], pipeline.Starts[i + 1]);
            double[] values = new double[features.Rows];
            for (int row = 0; row < values.Length; row++)
                values[row] = ValueOf(features.Row(row)[start..end]);
            yield return (pipeline.Encoders[i], values);
        }
    }

    private static double ValueOf(ReadOnlySpan<float> features)
    {
        if (features.Length == 1)
            return features[0];
        for (int place = 0; place < features.Length; place++)
        {
            if (float.IsNaN(features[place]))
                return double.NaN;
            if (features[place] == 1)
                return place;
        }

        return features.Length;
    }
}
