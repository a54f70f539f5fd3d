using Coppice.Server.Statistics.Samples;

namespace Coppice.Server.Evaluation;

/// <summary>Two versions on the rows of one segment.</summary>
/// <param name="Name">The segment.</param>
/// <param name="Compared">By the primary metric; its rows are those of the segment.</param>
/// <param name="Harm">How surprising the fall would be if it were no larger than allowed, raised for the number of segments looked at.</param>
public sealed record SegmentComparison(string Name, PairedComparison Compared, double Harm)
{
    /// <summary>Fewer rows, or fewer of either label, are a story and not a segment.</summary>
    public const int FewestRows = 100;

    private const int FewestOfALabel = 20;
    private const int MostSegments = 50;

    /// <summary>The segments that are large enough, the largest first, each held to the same relative fall.</summary>
    /// <param name="segments">Those there are.</param>
    /// <param name="rows">Truth of all rows.</param>
    /// <param name="champion">Its scores.</param>
    /// <param name="challenger">Its scores.</param>
    /// <param name="metric">The primary metric.</param>
    /// <param name="mostFall">The share of the champion's value by which a segment may fall.</param>
    public static IReadOnlyList<SegmentComparison> Of(
        IReadOnlyList<Segment> segments, LabelledRows rows, double[] champion, double[] challenger, string metric, double mostFall)
    {
        var compared = new List<(string Name, PairedComparison Compared, double Harm)>();
        foreach (var segment in segments.Where(s => s.Rows.Length >= FewestRows).OrderByDescending(s => s.Rows.Length).Take(MostSegments))
        {
            var part = rows.Take(segment.Rows);
            if (part.Positives < FewestOfALabel || (rows.AreBinary && part.Count - part.Positives < FewestOfALabel))
                continue;
            var comparison = new ScoreComparison(part, Pick(champion, segment.Rows), Pick(challenger, segment.Rows)).By(metric);
            if (comparison is { StandardError: > 0 })
                compared.Add((segment.Name, comparison, 1 - comparison.NonInferiorityP(mostFall * Math.Abs(comparison.Champion))!.Value));
        }

        double[] harms = MultipleTesting.BenjaminiHochberg([.. compared.Select(c => c.Harm)]);
        return [.. compared.Select((c, i) => new SegmentComparison(c.Name, c.Compared, harms[i]))];
    }

    private static double[] Pick(double[] values, int[] rows) => Array.ConvertAll(rows, row => values[row]);
}
