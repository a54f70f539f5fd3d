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
        var compared = LargeEnough(segments, rows, champion, challenger, metric);
        double[] harms = MultipleTesting.BenjaminiHochberg([.. compared.Select(c => c.Compared.HarmBeyond(mostFall))]);
        return [.. compared.Select((c, i) => new SegmentComparison(c.Name, c.Compared, harms[i]))];
    }

    /// <summary>Both versions on every segment that can tell them apart, the largest first.</summary>
    internal static IReadOnlyList<(string Name, PairedComparison Compared)> LargeEnough(
        IEnumerable<Segment> segments, LabelledRows rows, double[] champion, double[] challenger, string metric)
    {
        var compared = new List<(string Name, PairedComparison Compared)>();
        foreach (var segment in segments.Where(s => s.Rows.Length >= FewestRows).OrderByDescending(s => s.Rows.Length).Take(MostSegments))
        {
            var part = rows.Take(segment.Rows);
            if (part.Positives < FewestOfALabel || (rows.AreBinary && part.Count - part.Positives < FewestOfALabel))
                continue;
            if (new ScoreComparison(part, Pick(champion, segment.Rows), Pick(challenger, segment.Rows)).By(metric) is { StandardError: > 0 } comparison)
                compared.Add((segment.Name, comparison));
        }

        return compared;
    }

    private static double[] Pick(double[] values, int[] rows) => Array.ConvertAll(rows, row => values[row]);
}
