namespace Coppice.Forests.Scoring;

/// <summary>Proves sparse rows before they are read without further checks.</summary>
internal static class SparseRows
{
    public static void Check(ReadOnlySpan<int> starts, ReadOnlySpan<int> features, ReadOnlySpan<float> values, int rows, int featureCount)
    {
        if (features.Length != values.Length)
            throw new ArgumentException($"expected one value per feature: {features.Length}, found {values.Length}", nameof(values));
        if (starts.Length != rows + 1)
            throw new ArgumentException($"expected {rows + 1} starts, one more than rows, found {starts.Length}", nameof(starts));
        if (starts[0] != 0 || starts[^1] != values.Length)
            throw new ArgumentException($"expected starts from 0 to {values.Length}, found {starts[0]} to {starts[^1]}", nameof(starts));
        for (int row = 1; row < starts.Length; row++)
        {
            if (starts[row] < starts[row - 1])
                throw new ArgumentException($"expected ascending starts, found {starts[row]} after {starts[row - 1]}", nameof(starts));
        }

        foreach (int feature in features)
        {
            if ((uint)feature >= (uint)featureCount)
                throw new ArgumentOutOfRangeException(nameof(features), feature, $"expected a feature from 0 to {featureCount - 1}");
        }
    }
}
