using Coppice.Server.Evaluation;
using Coppice.Server.Features;

namespace Coppice.Server.Gates;

/// <summary>The segments of rows: the values of each category that the challenger tells apart.</summary>
internal static class BlockSegments
{
    public static IReadOnlyList<Segment> Of(FeaturePipeline pipeline, FeatureMatrix features)
    {
        var segments = new List<Segment>();
        for (int i = 0; i < pipeline.Encoders.Count; i++)
        {
            if (pipeline.Encoders[i] is not CategoryEncoder { Values.Count: > 1 } category)
                continue;
            var (start, end) = (pipeline.Starts[i], pipeline.Starts[i + 1]);
            for (int value = 0; value < category.Values.Count; value++)
            {
                // Two values share a column; the second is where it is zero.
                bool isSecond = end - start == 1 && value == 1;
                segments.Add(new Segment($"{InputWords.Name(category.Column)} = {category.Values[value]}", isSecond ? Rows(features, start, 0) : Rows(features, start + value, 1)));
            }
        }

        return segments;
    }

    private static int[] Rows(FeatureMatrix features, int column, float value) =>
        [.. Enumerable.Range(0, features.Rows).Where(row => features.Row(row)[column] == value)];
}
