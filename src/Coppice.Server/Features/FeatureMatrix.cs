namespace Coppice.Server.Features;

/// <summary>What a learner gets: row-major numbers, NaN where missing.</summary>
public sealed record FeatureMatrix(IReadOnlyList<string> Names, float[] Values, int Rows)
{
    public int Width => Names.Count;

    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Width, Width);

    /// <summary>Some of the rows, in the order given.</summary>
    public FeatureMatrix Take(ReadOnlySpan<int> rows)
    {
        float[] values = GC.AllocateUninitializedArray<float>(rows.Length * Width);
        for (int i = 0; i < rows.Length; i++)
            Row(rows[i]).CopyTo(values.AsSpan(i * Width));
        return new FeatureMatrix(Names, values, rows.Length);
    }
}
