using Coppice.Forests.Blocks;
using Coppice.Forests.Scoring;

namespace Coppice.Forests;

/// <summary>
/// A forest compiled for scoring: immutable, safe to share between threads, no allocation per call. Margins equal XGBoost's bit for bit.
/// In a dense row NaN is missing and 0 is a value; in a sparse row what is absent is missing.
/// </summary>
public sealed class ForestScorer
{
    private readonly RowScorer _rows;
    private readonly BlockScorer? _blocks;
    private readonly int _leastOfBlock;

    private ForestScorer(Forest forest, BlockKernel? kernel)
    {
        Forest = forest;
        _rows = new RowScorer(forest);
        if (kernel is not null && KernelChoice.MayPay(forest))
        {
            _blocks = new BlockScorer(forest, kernel);
            _leastOfBlock = KernelChoice.LeastRows(forest, _rows, _blocks);
        }
    }

    public Forest Forest { get; }

    /// <summary>Lays the forest out for scoring and measures from how many rows on blocks of 64 pay; costs milliseconds, once.</summary>
    public static ForestScorer Compile(Forest forest)
    {
        ArgumentNullException.ThrowIfNull(forest);
        return new ForestScorer(forest, BlockKernel.Named(KernelNames.Chosen()));
    }

    /// <summary>The same with one of <see cref="KernelNames"/>.</summary>
    internal static ForestScorer Compile(Forest forest, string kernel) => new(forest, BlockKernel.Named(kernel));

    /// <summary>The margin of one dense row of <see cref="Forest.FeatureCount"/> values.</summary>
    public float Margin(ReadOnlySpan<float> row)
    {
        float margin = 0;
        Margins(row, new Span<float>(ref margin));
        return margin;
    }

    /// <summary>The margin of one sparse row: <paramref name="values"/>[i] belongs to feature <paramref name="features"/>[i], the last one wins.</summary>
    /// <exception cref="ArgumentException">There is not one value per feature, or a feature is not the forest's.</exception>
    public float Margin(ReadOnlySpan<int> features, ReadOnlySpan<float> values)
    {
        float margin = 0;
        Margins([0, features.Length], features, values, new Span<float>(ref margin));
        return margin;
    }

    /// <summary>One margin per dense row; <paramref name="rows"/> is row-major, margins.Length rows of <see cref="Forest.FeatureCount"/> values.</summary>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    public void Margins(ReadOnlySpan<float> rows, Span<float> margins)
    {
        int featureCount = Forest.FeatureCount;
        if (rows.Length != (long)margins.Length * featureCount)
            throw new ArgumentException($"expected {margins.Length} rows of {featureCount} values, found {rows.Length} values", nameof(rows));
        if (_blocks is not null && margins.Length >= _leastOfBlock)
            _blocks.Margins(rows, margins);
        else
            _rows.Margins(rows, margins);
    }

    /// <summary>One margin per sparse row (CSR): row i has <paramref name="features"/> and <paramref name="values"/> from starts[i] to starts[i + 1].</summary>
    /// <param name="starts">Ascending from 0, one more than rows; the last one is the number of values.</param>
    /// <param name="features">A feature for each value; the last one of a row wins.</param>
    /// <param name="values">The present values; what is absent, and NaN, is missing.</param>
    /// <param name="margins">Room for one margin per row.</param>
    /// <exception cref="ArgumentException">The lengths do not match, starts do not ascend, or a feature is not the forest's.</exception>
    public void Margins(ReadOnlySpan<int> starts, ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> margins)
    {
        SparseRows.Check(starts, features, values, margins.Length, Forest.FeatureCount);
        if (_blocks is not null && margins.Length >= _leastOfBlock)
            _blocks.Margins(starts, features, values, margins);
        else
            _rows.Margins(starts, features, values, margins);
    }

    /// <summary>The value of one dense row: a probability, an amount, or the margin itself, by the objective.</summary>
    public float Value(ReadOnlySpan<float> row) => Forest.ToValue(Margin(row));

    /// <summary>The value of one sparse row.</summary>
    public float Value(ReadOnlySpan<int> features, ReadOnlySpan<float> values) => Forest.ToValue(Margin(features, values));

    /// <summary>One value per dense row, row-major as in <see cref="Margins(ReadOnlySpan{float}, Span{float})"/>.</summary>
    public void Values(ReadOnlySpan<float> rows, Span<float> values)
    {
        Margins(rows, values);
        foreach (ref float value in values)
            value = Forest.ToValue(value);
    }
}
