namespace Coppice.Bench.Loop;

/// <summary>Area under the ROC curve, apart from the product's own so that neither can hide the other's mistake.</summary>
internal static class RankingArea
{
    public static double Of(bool[] truth, double[] scores)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length).OrderBy(i => scores[i])];
        double positives = truth.Count(t => t);
        double negatives = truth.Length - positives;
        double ranks = 0;
        for (int start = 0; start < order.Length;)
        {
            int end = start + 1;
            while (end < order.Length && scores[order[end]] == scores[order[start]])
                end++;
            // Ties share the mean of their ranks.
            ranks += order[start..end].Count(i => truth[i]) * (start + end + 1) / 2.0;
            start = end;
        }

        return (ranks - (positives * (positives + 1) / 2)) / (positives * negatives);
    }
}
