using Coppice.Client;
using Coppice.Server.Drift.Profiles;
using Coppice.Server.Features;
using Coppice.Server.Statistics;
using Coppice.Server.Statistics.Samples;

namespace Coppice.Server.Drift;

/// <summary>Holds every input of a window against the reference (methods 4.2 to 4.4): surely different, and by enough to matter.</summary>
public static class InputComparison
{
    /// <summary>A category that comes up this rarely is nobody's concern.</summary>
    private const double LeastNewShare = 0.01;

    /// <summary>The inputs of a window; <paramref name="level"/> bounds the probability that any of them is said to differ where none does.</summary>
    public static IReadOnlyList<InputDrift> Of(IReadOnlyList<ColumnProfile> reference, MeasuredWindow window, double level)
    {
        var distances = new ColumnDistance[reference.Count];
        double[] tests = new double[2 * reference.Count];
        for (int i = 0; i < reference.Count; i++)
        {
            var (profile, sample) = (reference[i], window.Inputs[i]);
            var distance = distances[i] = profile.Bins.Distance(profile.Sample, sample);
            tests[2 * i] = distance.PValue(profile.Variation.Inflation);
            tests[(2 * i) + 1] = distance.Missing.PValueAt(profile.Variation.MissingInflation);
        }

        // Values and missing values of every input are one family of tests: the price of looking at hundreds is paid once.
        double[] adjusted = MultipleTesting.BenjaminiHochberg(tests);
        var inputs = new InputDrift[reference.Count];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = Of(reference[i], i, window, distances[i], adjusted[2 * i], adjusted[(2 * i) + 1], level / reference.Count);
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = inputs[i] with { Differs = inputs[i].Differs || Differs(reference[i].Variation, distances[i], adjusted[2 * i], adjusted[(2 * i) + 1], level) };
        return inputs;
    }

    private static bool Differs(ColumnVariation bounds, ColumnDistance distance, double pValue, double missingPValue, double level)
    {
        bool isLarge = distance.Effect >= bounds.Effect || (distance.Largest is not null && distance.Stability >= bounds.Stability);
        return (pValue < level && isLarge) || (missingPValue < level && Math.Abs(distance.Missing.Change) >= bounds.Missing);
    }

    private static InputDrift Of(ColumnProfile profile, int place, MeasuredWindow window, ColumnDistance distance, double pValue, double missingPValue, double newLevel)
    {
        var sample = window.Inputs[place];
        double? news = profile.Categories is null || sample.Known == 0 ? null : (double)window.NewCategories[place] / sample.Known;
        return new InputDrift(
            profile.Name,
            InputWords.Name(profile.Name),
            news is not null && IsNews(profile, window.NewCategories[place], sample.Known, newLevel),
            profile.Bins.Kind == ColumnKind.Number ? "wasserstein" : "jensen_shannon",
            distance.Effect,
            profile.Variation.Effect,
            distance.Stability,
            profile.Variation.Stability,
            Math.Min(pValue, missingPValue),
            profile.Variation.Inflation,
            Share(profile.Sample),
            Share(sample),
            news,
            profile.IsCategory || profile.Sample.Known == 0 ? null : profile.Sample.Mean,
            profile.IsCategory || sample.Known == 0 ? null : sample.Mean,
            profile.Importance,
            window.Contributions.Count == 0 ? 0 : window.Contributions[place] - profile.Contribution,
            profile.Bins.Bars(profile.Sample),
            profile.Bins.Bars(sample));
    }

    /// <summary>More new categories than one in a hundred, and more than the rare ones of the reference let expect.</summary>
    private static bool IsNews(ColumnProfile profile, long news, long known, double level) =>
        news > LeastNewShare * known && 1 - Distributions.BinomialCumulative((int)news - 1, (int)known, Math.Min(0.999, Math.Max(profile.RareShare, LeastNewShare))) < level;

    private static double Share(BinnedSample sample) => sample.Rows == 0 ? 0 : (double)sample.Missing / sample.Rows;
}
