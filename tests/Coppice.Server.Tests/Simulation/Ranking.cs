namespace Coppice.Server.Tests.Simulation;

/// <summary>A second, independent way to the area under the ROC curve: by mid-ranks.</summary>
internal static class Ranking
{
    public static double Auc(double[] scores, bool[] outcomes)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length).OrderBy(i => scores[i])];
        double rankSum = 0;
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start; end < order.Length && scores[order[end]] == scores[order[start]];)
                end++;
            rankSum += order[start..end].Count(i => outcomes[i]) * (start + end + 1) / 2.0;
        }

        double positives = outcomes.Count(outcome => outcome);
        return (rankSum - (positives * (positives + 1) / 2)) / (positives * (scores.Length - positives));
    }

    public static double LogLoss(double[] probabilities, bool[] outcomes) =>
        probabilities.Zip(outcomes, (p, outcome) => -Math.Log(outcome ? p : 1 - p)).Average();
}
