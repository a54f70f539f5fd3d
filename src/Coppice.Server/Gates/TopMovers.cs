using Coppice.Client;

namespace Coppice.Server.Gates;

/// <summary>Whose score a change of version moves most, and which inputs are looked at differently.</summary>
internal static class TopMovers
{
    private const int Most = 5;
    private const int ReasonsEach = 3;

    /// <summary>Largest first; a customer once.</summary>
    public static IReadOnlyList<MoverResponse> Of(ScoredCustomers champion, ScoredCustomers challenger, IReadOnlyList<long> customers, Func<long, string> key) =>
    [
        .. Enumerable.Range(0, customers.Count)
            .Where(row => champion.Scores[row] != challenger.Scores[row])
            .OrderByDescending(row => Math.Abs(challenger.Scores[row] - champion.Scores[row])).ThenBy(row => row)
            .DistinctBy(row => customers[row])
            .Take(Most)
            .Select(row => new MoverResponse(key(customers[row]), champion.Scores[row], challenger.Scores[row], Moves(champion.Reasons(row), challenger.Reasons(row)))),
    ];

    private static IReadOnlyList<ReasonMove> Moves(IReadOnlyDictionary<string, PredictionReason>? before, IReadOnlyDictionary<string, PredictionReason>? after)
    {
        if (before is null || after is null)
            return [];
        return
        [
            .. before.Values.Concat(after.Values).DistinctBy(reason => reason.Input)
                .Select(reason => new ReasonMove(reason.Input, reason.Words, before.GetValueOrDefault(reason.Input)?.Contribution ?? 0, after.GetValueOrDefault(reason.Input)?.Contribution ?? 0))
                .OrderByDescending(move => Math.Abs(move.After - move.Before)).ThenBy(move => move.Input, StringComparer.Ordinal)
                .Take(ReasonsEach),
        ];
    }
}
