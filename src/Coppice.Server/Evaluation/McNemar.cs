using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>
/// Which of two classifiers is right more often, from the rows where only one is right (methods 1.3). The mid-p test keeps its level
/// without being timid on few rows (Fagerland, Lydersen and Laake 2013); the interval is Bonett and Price's (2012).
/// </summary>
public sealed record McNemar(int OnlyChampionRight, int OnlyChallengerRight, int Rows)
{
    private int Discordant => OnlyChampionRight + OnlyChallengerRight;

    public double Difference => (double)(OnlyChallengerRight - OnlyChampionRight) / Rows;

    public double ExactP => Discordant == 0 ? 1 : Math.Min(1, 2 * Below(Math.Min(OnlyChampionRight, OnlyChallengerRight)));

    public double MidP
    {
        get
        {
            if (Discordant == 0)
                return 1;
            return OnlyChampionRight == OnlyChallengerRight
                ? 1 - At(OnlyChampionRight)
                : (2 * Below(Math.Min(OnlyChampionRight, OnlyChallengerRight))) - At(Math.Min(OnlyChampionRight, OnlyChallengerRight));
        }
    }

    public double SuperiorityMidP => Discordant == 0 ? 0.5 : Below(OnlyChampionRight) - (0.5 * At(OnlyChampionRight));

    /// <summary>For display only: too conservative on few discordant rows.</summary>
    public double CorrectedChiSquare =>
        Discordant == 0 ? 0 : Math.Pow(Math.Max(0, Math.Abs(OnlyChampionRight - OnlyChallengerRight) - 1), 2) / Discordant;

    /// <summary>Centre of the Bonett-Price interval of the difference in accuracy.</summary>
    public double IntervalCentre => (double)(OnlyChallengerRight - OnlyChampionRight) / (Rows + 2);

    public double IntervalError
    {
        get
        {
            double lost = (OnlyChampionRight + 1.0) / (Rows + 2);
            double won = (OnlyChallengerRight + 1.0) / (Rows + 2);
            return Math.Sqrt((lost + won - ((won - lost) * (won - lost))) / (Rows + 2));
        }
    }

    public static McNemar Of(
        LabelledRows rows, ReadOnlySpan<double> champion, ReadOnlySpan<double> challenger, double threshold = BinaryMetrics.DefaultThreshold)
    {
        ArgumentNullException.ThrowIfNull(rows);
        rows.RequireScores(champion, nameof(champion));
        rows.RequireScores(challenger, nameof(challenger));
        int onlyChampion = 0;
        int onlyChallenger = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            bool positive = rows.Labels[row] > 0;
            bool championRight = champion[row] >= threshold == positive;
            bool challengerRight = challenger[row] >= threshold == positive;
            onlyChampion += championRight && !challengerRight ? 1 : 0;
            onlyChallenger += challengerRight && !championRight ? 1 : 0;
        }
        return new McNemar(onlyChampion, onlyChallenger, rows.Count);
    }

    private double Below(int count) => Distributions.BinomialCumulative(count, Discordant, 0.5);

    private double At(int count) => Distributions.BinomialProbability(count, Discordant, 0.5);
}
