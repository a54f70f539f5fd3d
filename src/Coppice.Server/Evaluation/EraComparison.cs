using Coppice.Server.Statistics.Samples;

namespace Coppice.Server.Evaluation;

/// <summary>Two versions on rows of one era of the past.</summary>
/// <param name="Era">Which.</param>
/// <param name="Compared">By the primary metric.</param>
/// <param name="Positives">Rows with a label above zero.</param>
/// <param name="Harm">How surprising the fall would be if it were no larger than allowed, raised for the number of eras; null where the era no longer counts.</param>
public sealed record EraComparison(Era Era, PairedComparison Compared, int Positives, double? Harm)
{
    /// <summary>Every era that can be compared, each held to the same relative fall.</summary>
    /// <param name="eras">Which rows are of which era.</param>
    /// <param name="rows">Truth of all rows.</param>
    /// <param name="champion">Its scores.</param>
    /// <param name="challenger">Its scores.</param>
    /// <param name="metric">The primary metric.</param>
    /// <param name="mostFall">The share of the champion's value by which an era may fall.</param>
    public static IReadOnlyList<EraComparison> Of(
        IReadOnlyList<(Era Era, int[] Rows)> eras, LabelledRows rows, double[] champion, double[] challenger, string metric, double mostFall)
    {
        var compared = new List<(Era Era, PairedComparison Compared, int Positives)>();
        foreach (var (era, part) in eras)
        {
            var truth = rows.Take(part);
            if (new ScoreComparison(truth, Pick(champion, part), Pick(challenger, part)).By(metric) is { StandardError: > 0 } comparison)
                compared.Add((era, comparison, truth.Positives));
        }

        double[] harms = MultipleTesting.Holm([.. compared.Where(c => c.Era.Counts).Select(c => 1 - c.Compared.NonInferiorityP(mostFall * Math.Abs(c.Compared.Champion))!.Value)]);
        int next = 0;
        return [.. compared.Select(c => new EraComparison(c.Era, c.Compared, c.Positives, c.Era.Counts ? harms[next++] : null))];
    }

    private static double[] Pick(double[] values, int[] rows) => Array.ConvertAll(rows, row => values[row]);
}
