using Coppice.Forests;
using Coppice.Server.Learners;
using Coppice.XGBoost;

namespace Coppice.Server.Training;

/// <summary>Before a version may answer, our scorer must give the library's margins bit for bit on golden rows.</summary>
internal static class ServingCheck
{
    private const int GoldenRows = 256;

    public static void RequireExact(byte[] model, TrainingData data)
    {
        int[] golden = Spread(data.Rows, GoldenRows);
        var rows = data.Take(golden);
        float[] ours = new float[golden.Length];
        ForestScorer.Compile(Forest.Read(model)).Margins(rows.Features.Values, ours);
        using var booster = Booster.Load(model);
        using var matrix = BoostedTrees.Matrix(rows);
        float[] theirs = booster.Predict(matrix, PredictionKind.Margin);
        for (int i = 0; i < ours.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(ours[i]) != BitConverter.SingleToInt32Bits(theirs[i]))
            {
                throw new TrainingException(
                    TrainingCodes.Inexact,
                    $"Scoring golden row {i} gave {ours[i]:R} where XGBoost gives {theirs[i]:R}; the version is not usable.");
            }
        }
    }

    /// <summary>Rows evenly spread over all.</summary>
    public static int[] Spread(int rows, int most)
    {
        int count = Math.Min(rows, most);
        int[] spread = new int[count];
        for (int i = 0; i < count; i++)
            spread[i] = (int)((long)i * rows / count);
        return spread;
    }
}
