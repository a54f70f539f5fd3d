using Coppice.Server.Learners;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Training;

/// <summary>
/// Finds a feature that alone predicts too well: it most likely holds the outcome, or was filled in after it. Features later
/// than their as-of time cannot occur among computed ones; an uploaded column is all this can see.
/// </summary>
public static class LeakSentinel
{
    /// <summary>No honest single column ranks customers this well; the best of the real data sets tried reaches .86.</summary>
    public const double TooGood = 0.98;

    private const int FewestRows = 200;

    /// <summary>A sentence that names the culprit, or null.</summary>
    public static string? Find(TrainingData data)
    {
        if (data.Predicts != PredictionKind.Probability || data.Rows < FewestRows)
            return null;
        double[] column = new double[data.Rows];
        for (int feature = 0; feature < data.Features.Width; feature++)
        {
            for (int row = 0; row < data.Rows; row++)
            {
                float value = data.Features.Values[(row * data.Features.Width) + feature];
                // Missing is a value of its own here: whether a cell was filled in can give the answer away too.
                column[row] = float.IsNaN(value) ? double.MinValue : value;
            }

            double auc = Auc(column, data.Labels);
            if (Math.Max(auc, 1 - auc) >= TooGood)
            {
                return $"{data.Features.Names[feature]} alone ranks {Math.Max(auc, 1 - auc):P1} of pairs right, which no honest input does: "
                    + "it most likely holds the outcome itself. List its column under exclude in coppice.yaml.";
            }
        }

        return null;
    }

    private static double Auc(double[] scores, float[] labels)
    {
        double[] ranks = OrderStatistics.Midranks(scores);
        double sum = 0;
        double positives = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] != 1)
                continue;
            positives++;
            sum += ranks[i];
        }

        double negatives = labels.Length - positives;
        return positives == 0 || negatives == 0 ? 0.5 : (sum - (positives * (positives + 1) / 2)) / (positives * negatives);
    }
}
