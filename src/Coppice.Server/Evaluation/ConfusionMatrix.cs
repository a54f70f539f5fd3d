namespace Coppice.Server.Evaluation;

/// <summary>Counts at a threshold; a score at the threshold counts as positive. Ratios without a denominator are null.</summary>
public sealed record ConfusionMatrix(double Threshold, int TruePositives, int FalsePositives, int TrueNegatives, int FalseNegatives)
{
    public int Rows => TruePositives + FalsePositives + TrueNegatives + FalseNegatives;

    public double? Accuracy => Ratio(TruePositives + TrueNegatives, Rows);

    public double? Precision => Ratio(TruePositives, TruePositives + FalsePositives);

    public double? Recall => Ratio(TruePositives, TruePositives + FalseNegatives);

    public double? F1 => Ratio(2.0 * TruePositives, (2.0 * TruePositives) + FalsePositives + FalseNegatives);

    public static ConfusionMatrix At(double threshold, ReadOnlySpan<double> labels, ReadOnlySpan<double> scores)
    {
        int truePositives = 0, falsePositives = 0, trueNegatives = 0, falseNegatives = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            if (scores[row] >= threshold)
            {
                if (labels[row] > 0)
                    truePositives++;
                else
                    falsePositives++;
            }
            else if (labels[row] > 0)
            {
                falseNegatives++;
            }
            else
            {
                trueNegatives++;
            }
        }
        return new ConfusionMatrix(threshold, truePositives, falsePositives, trueNegatives, falseNegatives);
    }

    private static double? Ratio(double part, double whole) => whole == 0 ? null : part / whole;
}
