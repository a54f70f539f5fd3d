using Coppice.Bench.Measurements;
using Coppice.Forests;
using Coppice.XGBoost;

namespace Coppice.Bench.Forests;

/// <summary>Exact contributions beside XGBoost's <c>pred_contribs</c>, 512 rows.</summary>
internal static class ContributionCase
{
    private const int Rows = 512;
    private const int Pairs = 3;
    private const double Tolerance = 1e-5;

    public static void Run(BenchReport report, BenchForest forest)
    {
        BenchReport.Tell("contributions");
        var rows = forest.Rows.AsMemory(0, Rows * BenchForest.Features);
        var contributions = new ForestContributions(forest.Forest);
        float[] found = new float[Rows * contributions.Length];
        using var matrix = TrainingMatrix.FromDense(rows.Span, Rows, BenchForest.Features);
        float[] expected = forest.Booster.Predict(matrix, PredictionKind.Contributions);
        contributions.Explain(rows.Span, found);
        bool equal = found.Length == expected.Length && found.Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) <= Tolerance);
        List<double> ours = [], peers = [];
        for (int pair = 0; pair < Pairs; pair++)
        {
            ours.Add(ForestTimes.Median(() => contributions.Explain(rows.Span, found)) / Rows);
            long began = TimeProvider.System.GetTimestamp();
            forest.Booster.Predict(matrix, PredictionKind.Contributions);
            peers.Add(TimeProvider.System.GetElapsedTime(began).TotalMicroseconds / Rows);
        }

        ForestTimes.Add(report, "contributions", "XGBoost 1.7.4 pred_contribs, one thread", (ours, peers), equal, must: 12, aim: 25);
    }
}
