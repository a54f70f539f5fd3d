namespace Coppice.Server.Simulation;

/// <summary>
/// What the best possible scorer is expected to reach, from true probabilities alone: no outcomes needed, so it is known before labels mature.
/// </summary>
public readonly record struct BestPossible(double Auc, double LogLoss)
{
    /// <summary>
    /// Of independent customers with these probabilities: the share of (does, does not) pairs ranked rightly by them, ties half,
    /// as a ratio of expectations, and the mean entropy in nats. AUC is NaN where all are certain of the same.
    /// </summary>
    public static BestPossible Of(ReadOnlySpan<double> probabilities)
    {
        double[] sorted = probabilities.ToArray();
        Array.Sort(sorted);

        double below = 0;
        double right = 0;
        double positives = 0;
        double samePerson = 0;
        double entropy = 0;
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            double p = sorted[start];
            for (end = start; end < sorted.Length && sorted[end] == p;)
                end++;

            int count = end - start;
            double tied = count * (1 - p);
            right += count * p * (below + (tied / 2)) - (count * p * (1 - p) / 2);
            below += tied;
            positives += count * p;
            samePerson += count * p * (1 - p);
            entropy += count * (Surprise(p) + Surprise(1 - p));
        }

        return new(right / ((positives * below) - samePerson), entropy / sorted.Length);
    }

    private static double Surprise(double p) => p > 0 ? -p * Math.Log(p) : 0;
}
