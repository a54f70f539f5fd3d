using Coppice.Forests;
using Coppice.Server.Learners;
using Coppice.Server.Models;
using Coppice.XGBoost;

namespace Coppice.Server.Training;

/// <summary>Before a version may answer, our scorer must give the library's margins bit for bit on golden rows.</summary>
internal static class ServingCheck
{
    private const int MostGoldenRows = 256;

    /// <summary>The rows with the library's margins, for whoever loads the version later to check again.</summary>
    /// <exception cref="TrainingException">Our scorer gives other bits.</exception>
    public static GoldenRows RequireExact(byte[] model, TrainingData data)
    {
        var rows = data.Take(Spread(data.Rows, MostGoldenRows));
        using var booster = Booster.Load(model);
        using var matrix = BoostedTrees.Matrix(rows);
        var golden = new GoldenRows(rows.Features.Values, booster.Predict(matrix, PredictionKind.Margin));
        return golden.Difference(ForestScorer.Compile(Forest.Read(model))) is { } difference
            ? throw new TrainingException(TrainingCodes.Inexact, $"The version is not usable: {difference}.")
            : golden;
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
