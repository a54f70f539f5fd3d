namespace Coppice.Server.Text.Terms;

/// <summary>Rows of weights, one per text, of which only those other than 0 are kept.</summary>
public sealed class TermMatrix
{
    private readonly int[] _ends;
    private int[] _indices;
    private double[] _values;

    internal TermMatrix(int rows, int columns, int expected)
    {
        _ends = new int[rows];
        _indices = GC.AllocateUninitializedArray<int>(expected);
        _values = GC.AllocateUninitializedArray<double>(expected);
        Columns = columns;
    }

    /// <summary>Rows that are known already.</summary>
    internal TermMatrix(int[] ends, int[] indices, double[] values, int columns)
    {
        _ends = ends;
        _indices = indices;
        _values = values;
        Rows = ends.Length;
        Columns = columns;
    }

    public int Rows { get; private set; }

    /// <summary>Terms of the vocabulary.</summary>
    public int Columns { get; }

    /// <summary>Weights kept over all rows.</summary>
    public int Count => Rows == 0 ? 0 : _ends[Rows - 1];

    public TermRow this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
            int start = row == 0 ? 0 : _ends[row - 1];
            return new TermRow(_indices.AsSpan(start, _ends[row] - start), _values.AsSpan(start, _ends[row] - start));
        }
    }

    /// <summary>Adds the row of what was touched.</summary>
    internal void Add(TermScratch scratch, ReadOnlySpan<double> idf, TermOptions options)
    {
        int start = Count;
        int end = start + scratch.CountTouched();
        if (end > _indices.Length)
        {
            int length = Math.Max(end, 2 * _indices.Length);
            Array.Resize(ref _indices, length);
            Array.Resize(ref _values, length);
        }

        scratch.Weigh(idf, options, _indices.AsSpan(start, end - start), _values.AsSpan(start, end - start));
        _ends[Rows++] = end;
    }
}
