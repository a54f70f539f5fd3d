namespace Coppice.Server.Evaluation.Estimates;

/// <summary>What a confusion matrix will hold on average, given the chance of a yes of each row (methods 5.1). Ratios without a denominator are null.</summary>
public sealed record ExpectedConfusion(double Threshold, double TruePositives, double FalsePositives, double TrueNegatives, double FalseNegatives)
{
    public double Rows => TruePositives + FalsePositives + TrueNegatives + FalseNegatives;

    public double? Accuracy => Ratio(TruePositives + TrueNegatives, Rows);

    public double? Precision => Ratio(TruePositives, TruePositives + FalsePositives);

    public double? Recall => Ratio(TruePositives, TruePositives + FalseNegatives);

    public double? F1 => Ratio(2 * TruePositives, (2 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>Scores decide, as they did when they were served; chances say how often that will have been right.</summary>
    public static ExpectedConfusion At(double threshold, ReadOnlySpan<double> chances, ReadOnlySpan<double> scores)
    {
        double truePositives = 0, falsePositives = 0, trueNegatives = 0, falseNegatives = 0;
        for (int row = 0; row < chances.Length; row++)
        {
            if (scores[row] >= threshold)
            {
                truePositives += chances[row];
                falsePositives += 1 - chances[row];
            }
            else
            {
                falseNegatives += chances[row];
                trueNegatives += 1 - chances[row];
            }
        }

        return new ExpectedConfusion(threshold, truePositives, falsePositives, trueNegatives, falseNegatives);
    }

    private static double? Ratio(double part, double whole) => whole == 0 ? null : part / whole;
}
