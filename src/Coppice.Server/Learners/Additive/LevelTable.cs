using Coppice.Server.Features;

namespace Coppice.Server.Learners.Additive;

/// <summary>
/// Which rows are at which level of each feature. Numbers about levels are kept in one list: the intercept first, then level after level of
/// feature after feature. The rows of a feature's usual level are not kept, there are most of them and its value is 0 by convention. Sparse
/// data therefore costs what is in it, not what could be.
/// </summary>
internal sealed class LevelTable
{
    private readonly int[][] _rows;
    private readonly int[] _ends;

    public LevelTable(FeatureMatrix features, LevelCut[] cuts)
    {
        Cuts = cuts;
        Rows = features.Rows;
        _rows = new int[cuts.Length][];
        First = new int[cuts.Length];
        int size = 1;
        for (int cut = 0; cut < cuts.Length; cut++)
        {
            First[cut] = size;
            size += cuts[cut].Count;
        }

        _ends = new int[size];
        byte[] levels = new byte[Rows];
        for (int cut = 0; cut < cuts.Length; cut++)
            _rows[cut] = Sort(features, cuts[cut], levels, _ends.AsSpan(First[cut], cuts[cut].Count));
    }

    public LevelCut[] Cuts { get; }

    public int Rows { get; }

    /// <summary>The place of each feature's lowest level.</summary>
    public int[] First { get; }

    /// <summary>How many places there are.</summary>
    public int Size => _ends.Length;

    /// <summary>Gives every row the intercept and the values of its levels, added up.</summary>
    public void Spread(ReadOnlySpan<double> levels, Span<double> rows)
    {
        rows.Fill(levels[0]);
        for (int cut = 0; cut < Cuts.Length; cut++)
        {
            int[] list = _rows[cut];
            int next = 0;
            for (int place = First[cut]; place < First[cut] + Cuts[cut].Count; place++)
            {
                double value = levels[place];
                int end = _ends[place];
                if (value == 0)
                    next = end;
                for (; next < end; next++)
                    rows[list[next]] += value;
            }
        }
    }

    /// <summary>Adds up the rows of every level, and all rows for the intercept; 0 for usual levels.</summary>
    public void Gather(ReadOnlySpan<double> rows, Span<double> levels)
    {
        double total = 0;
        foreach (double value in rows)
            total += value;
        levels[0] = total;
        for (int cut = 0; cut < Cuts.Length; cut++)
        {
            int[] list = _rows[cut];
            int next = 0;
            for (int place = First[cut]; place < First[cut] + Cuts[cut].Count; place++)
            {
                double sum = 0;
                for (int end = _ends[place]; next < end; next++)
                    sum += rows[list[next]];
                levels[place] = sum;
            }
        }
    }

    /// <summary>Row numbers by level, ascending in each; <paramref name="ends"/> says where each level's end.</summary>
    private static int[] Sort(FeatureMatrix features, LevelCut cut, byte[] levels, Span<int> ends)
    {
        Span<int> next = stackalloc int[ends.Length + 1];
        for (int row = 0; row < levels.Length; row++)
        {
            levels[row] = (byte)cut.LevelOf(features.Values[(row * features.Width) + cut.Feature]);
            if (levels[row] != cut.Usual)
                next[levels[row] + 1]++;
        }

        for (int level = 0; level < ends.Length; level++)
        {
            next[level + 1] += next[level];
            ends[level] = next[level + 1];
        }

        int[] rows = new int[next[^1]];
        for (int row = 0; row < levels.Length; row++)
        {
            if (levels[row] != cut.Usual)
                rows[next[levels[row]]++] = row;
        }

        return rows;
    }
}
