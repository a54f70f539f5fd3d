using Coppice.Server.Evaluation;
using Coppice.Server.Features;

namespace Coppice.Server.Gates;

/// <summary>The segments of a block: the values of each category that the challenger tells apart.</summary>
internal static class BlockSegments
{
    public static IReadOnlyList<Segment> Of(FeaturePipeline pipeline, FeatureMatrix features)
    {
        var segments = new List<Segment>();
        int first = 0;
        foreach (var encoder in pipeline.Encoders)
        {
            if (encoder is CategoryEncoder { Values.Count: > 1 } category)
            {
                for (int value = 0; value < category.Values.Count; value++)
                    segments.Add(new Segment($"{InputWords.Name(category.Column)} = {category.Values[value]}", Rows(features, first, value, category)));
            }

            first += encoder.FeatureNames.Count;
        }

        return segments;
    }

    private static int[] Rows(FeatureMatrix features, int first, int value, CategoryEncoder category)
    {
        // Two values share a column; the second is where it is zero.
        bool isSecond = category.FeatureNames.Count == 1 && value == 1;
        int place = first + (isSecond ? 0 : value);
        float wanted = isSecond ? 0 : 1;
        return [.. Enumerable.Range(0, features.Rows).Where(row => features.Row(row)[place] == wanted)];
    }
}
