namespace Coppice.Bench.Measurements;

/// <summary>How many times better ours is than the peer's, over the pairs of runs; greater than 1 is better.</summary>
internal sealed record RatioRange(double Median, double Min, double Max)
{
    /// <summary>Pairs of figures of which less is better.</summary>
    public static RatioRange? OfLess(IReadOnlyList<double> ours, IReadOnlyList<double> peers) => Of(ours.Zip(peers, (o, p) => p / o));

    /// <summary>Pairs of figures of which more is better.</summary>
    public static RatioRange? OfMore(IReadOnlyList<double> ours, IReadOnlyList<double> peers) => Of(ours.Zip(peers, (o, p) => o / p));

    private static RatioRange? Of(IEnumerable<double> ratios)
    {
        double[] sorted = [.. ratios.Where(double.IsFinite).Order()];
        return sorted.Length == 0 ? null : new RatioRange(Medians.Of(sorted), sorted[0], sorted[^1]);
    }
}
