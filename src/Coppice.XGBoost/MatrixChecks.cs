namespace Coppice.XGBoost;

/// <summary>What must hold before a pointer goes to native code, which would read past the end or fail without saying where.</summary>
internal static class MatrixChecks
{
    public static void RequireLength(long found, long expected, string parameter, string rule)
    {
        if (found != expected)
        {
            throw new ArgumentException($"{expected} elements were expected ({rule}), but there are {found}.", parameter);
        }
    }

    public static void RequireFinite(ReadOnlySpan<float> values, string parameter)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                throw new ArgumentException($"Finite numbers were expected, but element {i} is {values[i]}.", parameter);
            }
        }
    }

    public static int IndexOfInfinity(ReadOnlySpan<float> values) => values.IndexOfAny(float.PositiveInfinity, float.NegativeInfinity);

    public static void RequireRowStarts(ReadOnlySpan<long> rowStarts, int valueCount)
    {
        if (rowStarts.Length < 2)
        {
            throw new ArgumentException($"At least 2 row starts were expected (one row and its end), but there are {rowStarts.Length}.", nameof(rowStarts));
        }

        if (rowStarts[0] != 0 || rowStarts[^1] != valueCount)
        {
            throw new ArgumentException(
                $"Row starts from 0 to {valueCount} (the number of values) were expected, but they go from {rowStarts[0]} to {rowStarts[^1]}.", nameof(rowStarts));
        }

        for (int row = 1; row < rowStarts.Length; row++)
        {
            if (rowStarts[row] < rowStarts[row - 1])
            {
                throw new ArgumentException($"Ascending row starts were expected, but row {row} starts at {rowStarts[row]}, before row {row - 1}.", nameof(rowStarts));
            }
        }
    }

    // The histogram learner searches a row's entries by column, so an unsorted or repeated column would be read wrongly without a word.
    public static void RequireColumns(ReadOnlySpan<long> rowStarts, ReadOnlySpan<int> columnIndices, int columns)
    {
        for (int row = 0; row < rowStarts.Length - 1; row++)
        {
            int previous = -1;
            foreach (int column in columnIndices[(int)rowStarts[row]..(int)rowStarts[row + 1]])
            {
                if (column <= previous || column >= columns)
                {
                    throw new ArgumentException(
                        $"Ascending columns from 0 to {columns - 1} were expected, but row {row} has column {column} after {previous}.", nameof(columnIndices));
                }

                previous = column;
            }
        }
    }
}
