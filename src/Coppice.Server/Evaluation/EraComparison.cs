using Coppice.Server.Statistics.Samples;

namespace Coppice.Server.Evaluation;

/// <summary>Two versions on rows of one era of the past.</summary>
/// <param name="Era">Which.</param>
/// <param name="Compared">By the primary metric.</param>
/// <param name="Positives">Rows with a label above zero.</param>
/// <param name="Harm">How surprising the fall would be if it were no larger than allowed, raised for everything of the past that is looked at; null where the era no longer counts.</param>
public sealed record EraComparison(Era Era, PairedComparison Compared, int Positives, double? Harm)
{
    /// <summary>Its segments that are large enough, the largest first.</summary>
    public IReadOnlyList<EraSegmentComparison> Segments { get; init; } = [];

    /// <summary>
    /// Every era that can be compared, with its segments. Eras and segments are two families, each held to half the chance of a false finding
    /// and to Holm within, so that many small segments neither add false findings nor hide an era that fell (methods 4.4).
    /// </summary>
    /// <param name="eras">Which rows are of which era.</param>
    /// <param name="segments">What rows of all eras have in common.</param>
    /// <param name="rows">Truth of all rows.</param>
    /// <param name="champion">Its scores.</param>
    /// <param name="challenger">Its scores.</param>
    /// <param name="metric">The primary metric.</param>
    /// <param name="mostFall">The shares of the champion's value by which an era and a segment of one may fall.</param>
    public static IReadOnlyList<EraComparison> Of(
        IReadOnlyList<(Era Era, int[] Rows)> eras,
        IReadOnlyList<Segment> segments,
        LabelledRows rows,
        double[] champion,
        double[] challenger,
        string metric,
        (double Era, double Segment) mostFall)
    {
        var found = new List<EraComparison>();
        foreach (var (era, part) in eras)
        {
            var truth = rows.Take(part);
            if (new ScoreComparison(truth, Pick(champion, part), Pick(challenger, part)).By(metric) is not { StandardError: > 0 } comparison)
                continue;
            var within = SegmentComparison.LargeEnough(Within(segments, part, rows.Count), rows, champion, challenger, metric);
            found.Add(new EraComparison(era, comparison, truth.Positives, era.Counts ? comparison.HarmBeyond(mostFall.Era) : null)
            {
                Segments = [.. within.Select(s => new EraSegmentComparison(s.Name, s.Compared, era.Counts ? s.Compared.HarmBeyond(mostFall.Segment) : null))],
            });
        }

        return Raise(found);
    }

    private static IReadOnlyList<EraComparison> Raise(List<EraComparison> found)
    {
        double[] ofSegments = MultipleTesting.Holm([.. found.SelectMany(era => era.Segments).Select(segment => segment.Harm).OfType<double>()]);
        double[] ofEras = MultipleTesting.Holm([.. found.Select(era => era.Harm).OfType<double>()]);
        int families = ofSegments.Length > 0 ? 2 : 1;
        int nextEra = 0;
        int nextSegment = 0;
        return
        [
            .. found.Select(era => era.Harm is null ? era : era with
            {
                Harm = Math.Min(1, families * ofEras[nextEra++]),
                Segments = [.. era.Segments.Select(segment => segment with { Harm = Math.Min(1, families * ofSegments[nextSegment++]) })],
            }),
        ];
    }

    /// <summary>What a segment that holds the whole era would say, the era says.</summary>
    private static IEnumerable<Segment> Within(IReadOnlyList<Segment> segments, int[] era, int rows)
    {
        if (segments.Count == 0)
            return [];
        bool[] isOf = new bool[rows];
        foreach (int row in era)
            isOf[row] = true;
        return segments.Select(segment => new Segment(segment.Name, [.. segment.Rows.Where(row => isOf[row])])).Where(segment => segment.Rows.Length < era.Length);
    }

    private static double[] Pick(double[] values, int[] rows) => Array.ConvertAll(rows, row => values[row]);
}
