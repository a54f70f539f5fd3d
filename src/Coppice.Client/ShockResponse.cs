namespace Coppice.Client;

/// <summary>What a change of version does to the people who act on scores.</summary>
/// <param name="Customers">How many were scored by both.</param>
/// <param name="Source"><c>latest</c>: customers as they are now; <c>labels</c>: rows of labels, where customers cannot be scored without an upload.</param>
/// <param name="DecileChanges">How many change decile.</param>
/// <param name="Threshold">Scores from here on are acted on; null for amounts, where the top tenth is.</param>
/// <param name="Entering">How many would be chosen now and were not.</param>
/// <param name="Leaving">How many were chosen and would no longer be.</param>
/// <param name="ChosenBefore">The size of a campaign so far.</param>
/// <param name="ChosenAfter">Its size afterwards.</param>
/// <param name="Crossing">The share of customers who cross the threshold; of amounts, the share of the top tenth that is replaced.</param>
/// <param name="Bound">The share that gates allow.</param>
/// <param name="Normalised">Movement of the scores: 0 is none, 1 as far as the mean predictions allow.</param>
/// <param name="TopOverlap">Share of the top tenth that stays in it.</param>
public sealed record ShockResponse(
    long Customers,
    string Source,
    long DecileChanges,
    double? Threshold,
    long Entering,
    long Leaving,
    long ChosenBefore,
    long ChosenAfter,
    double Crossing,
    double Bound,
    double Normalised,
    double TopOverlap)
{
    /// <summary>Whose score moves most and why, largest first; none in what is stored with a decision, which names nobody.</summary>
    public IReadOnlyList<MoverResponse> Movers { get; init; } = [];

    /// <summary>By tenth of the scores so far, lowest first: how many are in each tenth afterwards; empty in decisions older than this.</summary>
    public IReadOnlyList<IReadOnlyList<long>> DecileMoves { get; init; } = [];

    /// <summary>The largest moves without whose they are and from which values, largest first: what is stored with a decision.</summary>
    public IReadOnlyList<ScoreMove> LargestMoves { get; init; } = [];
}

/// <summary>A score that moves.</summary>
/// <param name="Before">The score so far.</param>
/// <param name="After">The score afterwards.</param>
/// <param name="Reasons">The inputs that are looked at most differently, largest difference first; empty where a version cannot be explained.</param>
public sealed record ScoreMove(double Before, double After, IReadOnlyList<ReasonMove> Reasons);

/// <summary>A customer whose score moves.</summary>
/// <param name="Customer">The key.</param>
/// <param name="Before">The score so far.</param>
/// <param name="After">The score afterwards.</param>
/// <param name="Reasons">The inputs that are looked at most differently, largest difference first; empty where a version cannot be explained.</param>
public sealed record MoverResponse(string Customer, double Before, double After, IReadOnlyList<ReasonMove> Reasons);

/// <summary>What one input adds to one score in two versions, in log-odds for a probability and in the logarithm of the amount for an amount.</summary>
public sealed record ReasonMove(string Input, string Words, double Before, double After);
