using Coppice.XGBoost.Native;

namespace Coppice.XGBoost;

/// <summary>Rows of float32 inputs held by the native library, with labels, weights, base margins and column names. Missing is a value of its own, never zero.</summary>
public sealed class TrainingMatrix : IDisposable
{
    private TrainingMatrix(MatrixHandle handle, int rows, int columns)
    {
        Handle = handle;
        Rows = rows;
        Columns = columns;
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>One name per column, or empty when none were given.</summary>
    public IReadOnlyList<string> FeatureNames { get; private set; } = [];

    internal MatrixHandle Handle { get; }

    /// <summary>Copies <paramref name="rows"/> × <paramref name="columns"/> values, row after row. NaN is missing; an infinity is refused.</summary>
    public static TrainingMatrix FromDense(ReadOnlySpan<float> values, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        MatrixChecks.RequireLength(values.Length, (long)rows * columns, nameof(values), "rows × columns");
        int infinite = MatrixChecks.IndexOfInfinity(values);
        if (infinite >= 0)
        {
            throw new ArgumentException($"A finite number or NaN was expected, but row {infinite / columns}, column {infinite % columns} is {values[infinite]}.", nameof(values));
        }

        NativeCall.Check(NativeMethods.XGDMatrixCreateFromMat(values, (ulong)rows, (ulong)columns, float.NaN, out MatrixHandle handle));
        return new TrainingMatrix(handle, rows, columns);
    }

    /// <summary>
    /// Copies rows in compressed form: row r holds the entries from <c>rowStarts[r]</c> to <c>rowStarts[r + 1]</c>, so there is one start more
    /// than rows; columns ascend within a row. What is absent is missing; an explicit zero is a value; an infinity is refused.
    /// </summary>
    public static TrainingMatrix FromSparse(ReadOnlySpan<long> rowStarts, ReadOnlySpan<int> columnIndices, ReadOnlySpan<float> values, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        MatrixChecks.RequireRowStarts(rowStarts, values.Length);
        MatrixChecks.RequireLength(columnIndices.Length, values.Length, nameof(columnIndices), "one per value");
        MatrixChecks.RequireColumns(rowStarts, columnIndices, columns);
        int infinite = MatrixChecks.IndexOfInfinity(values);
        if (infinite >= 0)
        {
            throw new ArgumentException($"A finite number or NaN was expected, but entry {infinite} (column {columnIndices[infinite]}) is {values[infinite]}.", nameof(values));
        }

        NativeCall.Check(NativeMethods.XGDMatrixCreateFromCSREx(
            rowStarts, columnIndices, values, (nuint)rowStarts.Length, (nuint)values.Length, (nuint)columns, out MatrixHandle handle));
        return new TrainingMatrix(handle, rowStarts.Length - 1, columns);
    }

    /// <summary>One finite label per row.</summary>
    public void SetLabels(ReadOnlySpan<float> labels) => SetRowInfo("label", labels, nameof(labels));

    /// <summary>One weight per row, finite and not negative.</summary>
    public void SetWeights(ReadOnlySpan<float> weights)
    {
        foreach (float weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
        }

        SetRowInfo("weight", weights, nameof(weights));
    }

    /// <summary>One finite starting margin per row; it stands in for the model's own intercept.</summary>
    public void SetBaseMargins(ReadOnlySpan<float> baseMargins) => SetRowInfo("base_margin", baseMargins, nameof(baseMargins));

    /// <summary>One distinct name per column. A booster remembers the names it was trained with and refuses others.</summary>
    public void SetFeatureNames(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        MatrixChecks.RequireLength(names.Count, Columns, nameof(names), "one per column");
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        string? repeated = names.FirstOrDefault(name => !distinct.Add(name));
        if (repeated is not null)
        {
            throw new ArgumentException($"Distinct feature names were expected, but \"{repeated}\" occurs twice.", nameof(names));
        }

        SetFeatureInfo("feature_name", [.. names]);
        FeatureNames = [.. names];
    }

    /// <summary>One type per column, in XGBoost's words: <c>float</c>, <c>int</c> or <c>i</c> (yes or no).</summary>
    public void SetFeatureTypes(IReadOnlyList<string> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        MatrixChecks.RequireLength(types.Count, Columns, nameof(types), "one per column");
        SetFeatureInfo("feature_type", [.. types]);
    }

    public void Dispose() => Handle.Dispose();

    private void SetRowInfo(string field, ReadOnlySpan<float> values, string parameter)
    {
        MatrixChecks.RequireLength(values.Length, Rows, parameter, "one per row");
        MatrixChecks.RequireFinite(values, parameter);
        NativeCall.Check(NativeMethods.XGDMatrixSetFloatInfo(Handle, field, values, (ulong)values.Length));
    }

    private void SetFeatureInfo(string field, string[] values) =>
        NativeCall.Check(NativeMethods.XGDMatrixSetStrFeatureInfo(Handle, field, values, (ulong)values.Length));
}
