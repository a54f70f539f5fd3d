using Coppice.Server.Evaluation;
using Coppice.Server.Features;
using Coppice.Server.Statistics;

namespace Coppice.Server.Performance;

/// <summary>Answers that came true, as they were served.</summary>
/// <param name="Features">What they were made from.</param>
/// <param name="Said">What was answered.</param>
/// <param name="Came">What came true.</param>
/// <param name="AsOf">When it was asked.</param>
internal sealed record ErrorRows(FeatureMatrix Features, double[] Said, double[] Came, long[] AsOf)
{
    /// <summary>As many as a decision about amounts asks for (methods 1.5).</summary>
    public const int FewestRows = 500;

    private const int FewestPositives = 100;

    /// <summary>The share of the newest rows that expectations are held against.</summary>
    private const double HeldShare = 0.25;

    public bool AreEnough => Came.Length >= FewestRows && Came.Count(label => label > 0) >= FewestPositives;

    /// <summary>
    /// How much too high it would have been to expect of the newest answers what the older ones teach, by metric: the only honest measure of
    /// expectations (methods 5.2). Empty where there are too few of either.
    /// </summary>
    public IReadOnlyDictionary<string, double> Bias(CancellationToken cancellation)
    {
        int[] order = [.. Enumerable.Range(0, Said.Length).OrderBy(row => AsOf[row])];
        int held = (int)(HeldShare * order.Length);
        var older = Take(order[..^held]);
        var newer = Take(order[^held..]);
        if (!older.AreEnough || held < OpenWeeks.FewestEstimated)
            return new Dictionary<string, double>();
        return ErrorForecast.Learn(older, cancellation).Of(newer.Features, newer.Said).ToDictionary(expected => expected.Key, expected => expected.Value.Value - newer.Realised(expected.Key));
    }

    /// <summary>The absolute errors, and the squared ones of logarithms.</summary>
    public (double[] Absolute, double[] SquaredLog) Errors() =>
    (
        [.. Said.Zip(Came, (score, label) => Losses.Absolute(label, score))],
        [.. Said.Zip(Came, (score, label) => Losses.SquaredLog(Math.Max(0, label), Math.Max(0, score)))]);

    private double Realised(string metric) => metric == MetricNames.MeanAbsoluteError ? Errors().Absolute.Average() : Math.Sqrt(Errors().SquaredLog.Average());

    private ErrorRows Take(int[] rows) => new(
        Features.Take(rows), Array.ConvertAll(rows, row => Said[row]), Array.ConvertAll(rows, row => Came[row]), Array.ConvertAll(rows, row => AsOf[row]));
}
