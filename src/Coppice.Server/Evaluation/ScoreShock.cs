using Coppice.Server.Workspaces;

namespace Coppice.Server.Evaluation;

/// <summary>What a change of version does to the people who act on scores: who is chosen now and was not, who no longer is.</summary>
public sealed record ScoreShock
{
    /// <summary>Of amounts people act on the highest, whatever their level: the top tenth.</summary>
    private const double TopShare = 0.1;

    public required int Customers { get; init; }

    /// <summary>By tenth of the champion's scores, lowest first: how many are in each tenth of the challenger's.</summary>
    public required IReadOnlyList<IReadOnlyList<long>> DecileMoves { get; init; }

    public long DecileChanges => Deciles.Changed(DecileMoves);

    /// <summary>Scores from here on are acted on; null for amounts, where the top tenth is.</summary>
    public required double? Threshold { get; init; }

    /// <summary>Chosen by the challenger only.</summary>
    public required int Entering { get; init; }

    /// <summary>Chosen by the champion only.</summary>
    public required int Leaving { get; init; }

    /// <summary>Chosen by the champion: the size of a campaign so far.</summary>
    public required int ChosenBefore { get; init; }

    public int ChosenAfter => ChosenBefore + Entering - Leaving;

    /// <summary>Movement of the scores: 0 = none, 1 = as far as the mean predictions allow.</summary>
    public required double Normalised { get; init; }

    /// <summary>Share of the champion's top tenth that stays in it.</summary>
    public required double TopOverlap { get; init; }

    /// <summary>
    /// The share of customers who cross the threshold. A tenth has a fixed size, so of amounts it is the share of the top tenth that is
    /// replaced: of all customers never more than a fifth could enter or leave it.
    /// </summary>
    public double Crossing => Threshold is null ? (double)Leaving / ChosenBefore : (double)(Entering + Leaving) / Customers;

    /// <summary>Both versions on the same customers.</summary>
    public static ScoreShock Of(PredictionKind kind, double[] champion, double[] challenger, double threshold)
    {
        var drift = PredictionDrift.Of(kind, champion, challenger, TopShare, threshold);
        bool[] before = Chosen(kind, champion, threshold);
        bool[] after = Chosen(kind, challenger, threshold);
        return new ScoreShock
        {
            Customers = champion.Length,
            DecileMoves = Deciles.Moves(champion, challenger),
            Threshold = kind == PredictionKind.Probability ? threshold : null,
            Entering = after.Zip(before).Count(pair => pair is (true, false)),
            Leaving = after.Zip(before).Count(pair => pair is (false, true)),
            ChosenBefore = before.Count(chosen => chosen),
            Normalised = drift.Normalised,
            TopOverlap = drift.TopOverlap,
        };
    }

    private static bool[] Chosen(PredictionKind kind, double[] scores, double threshold)
    {
        if (kind == PredictionKind.Probability)
            return Array.ConvertAll(scores, score => score >= threshold);
        var chosen = new bool[scores.Length];
        foreach (int row in PredictionDrift.Top(scores, EqualMassBins.CountOf(TopShare, scores.Length)))
            chosen[row] = true;
        return chosen;
    }
}
