namespace Coppice.Server.Evaluation;

/// <summary>Accuracy beyond what an easy answer would reach: 0 is no better, 1 is perfect. Null when the easy answer is always right.</summary>
public static class Kappa
{
    /// <summary>Against guessing with the same frequencies (Cohen).</summary>
    public static double? OverChance(ReadOnlySpan<double> labels, ReadOnlySpan<double> calls)
    {
        RequireEqualLengths(labels, calls);
        if (labels.IsEmpty)
            return null;
        double right = 0, positives = 0, called = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            right += labels[row] > 0 == calls[row] > 0 ? 1 : 0;
            positives += labels[row] > 0 ? 1 : 0;
            called += calls[row] > 0 ? 1 : 0;
        }
        double count = labels.Length;
        double chance = ((positives * called) + ((count - positives) * (count - called))) / (count * count);
        return Beyond(right / count, chance);
    }

    /// <summary>Against repeating the label before, in order of maturity (Zliobaite et al. 2015). The first row has none before it.</summary>
    public static double? OverPersistence(ReadOnlySpan<double> labels, ReadOnlySpan<double> calls)
    {
        RequireEqualLengths(labels, calls);
        if (labels.Length < 2)
            return null;
        double right = 0, repeated = 0;
        for (int row = 1; row < labels.Length; row++)
        {
            right += labels[row] > 0 == calls[row] > 0 ? 1 : 0;
            repeated += labels[row] > 0 == labels[row - 1] > 0 ? 1 : 0;
        }
        double count = labels.Length - 1;
        return Beyond(right / count, repeated / count);
    }

    private static double? Beyond(double accuracy, double easy) => easy < 1 ? (accuracy - easy) / (1 - easy) : null;

    private static void RequireEqualLengths(ReadOnlySpan<double> labels, ReadOnlySpan<double> calls)
    {
        if (labels.Length != calls.Length)
            throw new ArgumentException($"Expected {labels.Length} calls, one for each label, found {calls.Length}.", nameof(calls));
    }
}
