using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Evaluation;

/// <summary>How far a challenger moves the predictions people are used to (methods 1.5, G3).</summary>
public sealed record PredictionDrift
{
    public required int Rows { get; init; }

    /// <summary>mean |challenger - champion|, in the unit of the scores.</summary>
    public required double MeanAbsolute { get; init; }

    /// <summary>The largest value the mean could take, given both mean predictions.</summary>
    public required double Largest { get; init; }

    public required double? Spearman { get; init; }

    /// <summary>Share of the champion's top rows that are the challenger's too.</summary>
    public required double TopOverlap { get; init; }

    /// <summary>Share of rows that change sides of the threshold; null for amounts.</summary>
    public required double? FlipRate { get; init; }

    /// <summary>0 = nothing moved, 1 = as far as the mean predictions allow.</summary>
    public double Normalised => Largest > 0 ? MeanAbsolute / Largest : 0;

    public static PredictionDrift Of(
        PredictionKind kind,
        ReadOnlySpan<double> champion,
        ReadOnlySpan<double> challenger,
        double topFraction = 0.1,
        double threshold = BinaryMetrics.DefaultThreshold)
    {
        if (champion.Length != challenger.Length)
            throw new ArgumentException($"Expected {champion.Length} scores, as many as the champion's, found {challenger.Length}.", nameof(challenger));
        if (champion.IsEmpty)
            throw new ArgumentException("Prediction drift needs at least one row; found none.", nameof(champion));
        double moved = 0, championSum = 0, challengerSum = 0;
        int flips = 0;
        for (int row = 0; row < champion.Length; row++)
        {
            moved += Math.Abs(challenger[row] - champion[row]);
            championSum += Math.Abs(champion[row]);
            challengerSum += Math.Abs(challenger[row]);
            flips += champion[row] >= threshold != challenger[row] >= threshold ? 1 : 0;
        }
        int rows = champion.Length;
        double bothMeans = (championSum + challengerSum) / rows;
        return new PredictionDrift
        {
            Rows = rows,
            MeanAbsolute = moved / rows,
            // Amounts have no ceiling, so only the sum of the means bounds their distance.
            Largest = kind == PredictionKind.Probability ? Math.Min(bothMeans, 2 - bothMeans) : bothMeans,
            Spearman = RankCorrelation.Spearman(champion, challenger),
            TopOverlap = Overlap(champion, challenger, topFraction),
            FlipRate = kind == PredictionKind.Probability ? (double)flips / rows : null,
        };
    }

    private static double Overlap(ReadOnlySpan<double> champion, ReadOnlySpan<double> challenger, double topFraction)
    {
        int count = EqualMassBins.CountOf(topFraction, champion.Length);
        var isTop = new bool[champion.Length];
        foreach (int row in Top(champion, count))
            isTop[row] = true;
        int shared = 0;
        foreach (int row in Top(challenger, count))
            shared += isTop[row] ? 1 : 0;
        return (double)shared / count;
    }

    /// <summary>The rows with the highest scores; of tied rows the first.</summary>
    internal static ReadOnlySpan<int> Top(ReadOnlySpan<double> scores, int count)
    {
        double[] falling = scores.ToArray();
        for (int row = 0; row < falling.Length; row++)
            falling[row] = -falling[row];
        return OrderStatistics.AscendingOrder(falling).AsSpan(0, count);
    }
}
