namespace Coppice.Server.Tuning;

/// <summary>
/// How hard a candidate is looked at: many get a short look, the best third of them a longer one, the best of those are measured on
/// everything (successive halving; Jamieson and Talwalkar 2016).
/// </summary>
/// <param name="Folds">Folds it is fitted for.</param>
/// <param name="Rows">Most rows it is fitted to in each.</param>
public sealed record Rung(int Folds, int Rows)
{
    /// <summary>Up to here every fit takes all rows.</summary>
    private const int ManyRows = 12_000;

    public static IReadOnlyList<Rung> Of(int folds, int rows)
    {
        if (rows > ManyRows)
            return [new Rung(1, 8_000), new Rung(1, 24_000), new Rung(Math.Min(folds, 2), 64_000)];
        int first = Math.Max(1, folds / 5);
        int second = Math.Max(first, (folds + 1) / 2);
        return [.. new[] { first, second, folds }.Distinct().Select(count => new Rung(count, int.MaxValue))];
    }
}
