using Coppice.Client;
using Coppice.Server.Features;

namespace Coppice.Server.Gates;

/// <summary>Whose score a change of version moves most, and which inputs are looked at differently.</summary>
internal static class TopMovers
{
    private const int Most = 5;
    private const int ReasonsEach = 3;

    /// <summary>Largest first; a customer once.</summary>
    public static IReadOnlyList<MoverResponse> Of(ScoredCustomers champion, ScoredCustomers challenger, IReadOnlyList<long> customers, Func<long, string> key) =>
    [
        .. Rows(champion.Scores, challenger.Scores, customers).Select(row =>
            new MoverResponse(key(customers[row]), champion.Scores[row], challenger.Scores[row], Moves(champion.Reasons(row), challenger.Reasons(row)))),
    ];

    /// <summary>The same without names and without the values behind the reasons, which would be as good as names: a decision is kept, and shown to others.</summary>
    public static IReadOnlyList<ScoreMove> Unnamed(ScoredCustomers champion, ScoredCustomers challenger, IReadOnlyList<long> customers) =>
    [
        .. Rows(champion.Scores, challenger.Scores, customers).Select(row => new ScoreMove(
            champion.Scores[row],
            challenger.Scores[row],
            [.. Moves(champion.Reasons(row), challenger.Reasons(row)).Select(move => move with { Words = InputWords.Name(move.Input) })])),
    ];

    private static IEnumerable<int> Rows(double[] before, double[] after, IReadOnlyList<long> customers) => Enumerable.Range(0, customers.Count)
        .Where(row => before[row] != after[row])
        .OrderByDescending(row => Math.Abs(after[row] - before[row])).ThenBy(row => row)
        .DistinctBy(row => customers[row])
        .Take(Most);

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
