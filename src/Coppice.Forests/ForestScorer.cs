using System.Buffers;
using System.Runtime.CompilerServices;
using Coppice.Forests.Blocks;
using Coppice.Forests.Scoring;

namespace Coppice.Forests;

/// <summary>
/// A forest compiled for scoring: immutable, safe to share between threads, no allocation per call. Margins equal XGBoost's bit for bit.
/// In a dense row NaN is missing and 0 is a value; in a sparse row what is absent is missing.
/// </summary>
public sealed class ForestScorer
{
    private const int SlotsOnStack = 1024;

    /// <summary>A block costs about as much as this many rows one by one.</summary>
    private const int LeastOfBlock = 8;

    private readonly SlotMap _slots;
    private readonly TreeWalk _walk;
    private readonly BlockScorer? _blocks;

    private ForestScorer(Forest forest, string kernel)
    {
        Forest = forest;
        _slots = new SlotMap(forest);
        _walk = TreeWalk.Lay(forest, _slots);
        _blocks = BlockScorer.Fits(forest) && BlockKernel.Named(kernel) is { } blocks ? new BlockScorer(forest, blocks) : null;
    }

    public Forest Forest { get; }

    /// <summary>Lays the forest out for scoring; costs milliseconds, once.</summary>
    public static ForestScorer Compile(Forest forest)
    {
        ArgumentNullException.ThrowIfNull(forest);
        return new ForestScorer(forest, KernelNames.Chosen());
    }

    /// <summary>The same with one of <see cref="KernelNames"/>.</summary>
    internal static ForestScorer Compile(Forest forest, string kernel) => new(forest, kernel);

    /// <summary>The margin of one dense row of <see cref="Forest.FeatureCount"/> values.</summary>
    public float Margin(ReadOnlySpan<float> row)
    {
        float margin = 0;
        Margins(row, new Span<float>(ref margin));
        return margin;
    }

    /// <summary>The margin of one sparse row: <paramref name="values"/>[i] belongs to feature <paramref name="features"/>[i], the last one wins.</summary>
    [SkipLocalsInit]
    public float Margin(ReadOnlySpan<int> features, ReadOnlySpan<float> values)
    {
        if (features.Length != values.Length)
            throw new ArgumentException($"expected one value per feature: {features.Length}, found {values.Length}", nameof(values));
        foreach (int feature in features)
        {
            if ((uint)feature >= (uint)Forest.FeatureCount)
                throw new ArgumentOutOfRangeException(nameof(features), feature, $"expected a feature from 0 to {Forest.FeatureCount - 1}");
        }

        float[]? rented = _slots.Count > SlotsOnStack ? ArrayPool<float>.Shared.Rent(_slots.Count) : null;
        Span<float> slots = rented ?? stackalloc float[SlotsOnStack];
        _slots.Fill(features, values, slots);
        float margin = _walk.Sum(slots, Forest.BaseMargin);
        if (rented is not null)
            ArrayPool<float>.Shared.Return(rented);
        return margin;
    }

    /// <summary>One margin per dense row; <paramref name="rows"/> is row-major, margins.Length rows of <see cref="Forest.FeatureCount"/> values.</summary>
    [SkipLocalsInit]
    public void Margins(ReadOnlySpan<float> rows, Span<float> margins)
    {
        int featureCount = Forest.FeatureCount;
        if (rows.Length != (long)margins.Length * featureCount)
            throw new ArgumentException($"expected {margins.Length} rows of {featureCount} values, found {rows.Length} values", nameof(rows));

        if (_blocks is not null && margins.Length >= LeastOfBlock)
        {
            _blocks.Margins(rows, margins);
            return;
        }

        float[]? rented = _slots.Count > SlotsOnStack ? ArrayPool<float>.Shared.Rent(_slots.Count) : null;
        Span<float> slots = rented ?? stackalloc float[SlotsOnStack];
        for (int row = 0; row < margins.Length; row++)
        {
            _slots.Fill(rows.Slice(row * featureCount, featureCount), slots);
            margins[row] = _walk.Sum(slots, Forest.BaseMargin);
        }

        if (rented is not null)
            ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>The value of one dense row: a probability, an amount, or the margin itself, by the objective.</summary>
    public float Value(ReadOnlySpan<float> row) => Forest.ToValue(Margin(row));

    /// <summary>The value of one sparse row.</summary>
    public float Value(ReadOnlySpan<int> features, ReadOnlySpan<float> values) => Forest.ToValue(Margin(features, values));

    /// <summary>One value per dense row, row-major as in <see cref="Margins"/>.</summary>
    public void Values(ReadOnlySpan<float> rows, Span<float> values)
    {
        Margins(rows, values);
        foreach (ref float value in values)
            value = Forest.ToValue(value);
    }
}
