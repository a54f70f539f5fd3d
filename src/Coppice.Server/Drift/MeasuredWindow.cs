using Coppice.Server.Statistics.Samples;

namespace Coppice.Server.Drift;

/// <summary>A window of predictions as counted in the bins of the reference: one row per customer.</summary>
public sealed record MeasuredWindow
{
    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    public required int Rows { get; init; }

    /// <summary>By input, in the order of the reference.</summary>
    public required IReadOnlyList<BinnedSample> Inputs { get; init; }

    /// <summary>By input: mean contribution to the score; empty where the version cannot be explained.</summary>
    public required IReadOnlyList<double> Contributions { get; init; }

    /// <summary>By input: rows with a category that the reference does not have.</summary>
    public required IReadOnlyList<long> NewCategories { get; init; }

    /// <summary>Of the champion, for all rows, whoever answered them.</summary>
    public required BinnedSample Scores { get; init; }

    /// <summary>How well a classifier tells the rows from those of the reference; null where there are too few.</summary>
    public Separation? Separation { get; init; }

    /// <summary>The inputs it tells them by, strongest first.</summary>
    public IReadOnlyList<string> SeparatedBy { get; init; } = [];
}
