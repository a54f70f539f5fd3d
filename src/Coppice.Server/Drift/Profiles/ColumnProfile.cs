using Coppice.Server.Statistics.Samples;

namespace Coppice.Server.Drift.Profiles;

/// <summary>One input as the reference has it.</summary>
/// <param name="Name">The input.</param>
/// <param name="Bins">What later values are counted in.</param>
/// <param name="Sample">The reference itself, counted.</param>
/// <param name="Variation">How it varies inside the reference.</param>
public sealed record ColumnProfile(string Name, ColumnBins Bins, BinnedSample Sample, ColumnVariation Variation)
{
    /// <summary>Whether its values are categories, so that a mean says nothing.</summary>
    public bool IsCategory { get; init; }

    /// <summary>The categories there are; null where there are none, or too many to list.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>The share of rows whose category comes once: about as many will come with one that is new (Good 1953).</summary>
    public double RareShare { get; init; }

    /// <summary>Mean contribution to the score.</summary>
    public double Contribution { get; init; }

    /// <summary>Mean absolute contribution to the score; 0 where the model does not use it.</summary>
    public double Importance { get; init; }

    /// <summary>Profiles the values of a reference.</summary>
    /// <param name="name">The input.</param>
    /// <param name="values">By row, NaN where missing.</param>
    /// <param name="blocks">The stretches of time the rows lie in.</param>
    public static ColumnProfile Of(string name, double[] values, TimeBlocks blocks)
    {
        var bins = ColumnBins.Fit(values);
        var sample = bins.Tally(values);
        return new ColumnProfile(name, bins, sample, ColumnVariation.Of(bins, sample, [.. blocks.Rows.Select(rows => bins.Tally([.. rows.Select(row => values[row])]))]));
    }
}
