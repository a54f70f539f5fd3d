namespace Coppice.Server.Statistics;

/// <summary>Which rows belong together (one customer's rows), as dense numbers, so that sums per cluster are one pass.</summary>
public sealed class Clusters
{
    private readonly int[] _clusterOfRow;

    private Clusters(int[] clusterOfRow, int count)
    {
        _clusterOfRow = clusterOfRow;
        Count = count;
    }

    public int Count { get; }

    public ReadOnlySpan<int> OfRows => _clusterOfRow;

    /// <summary>Rows with equal keys form a cluster; clusters are numbered by first appearance.</summary>
    public static Clusters Of(ReadOnlySpan<long> keys)
    {
        var clusterOfRow = new int[keys.Length];
        var numbers = new Dictionary<long, int>(keys.Length);
        for (int row = 0; row < keys.Length; row++)
        {
            if (!numbers.TryGetValue(keys[row], out int number))
            {
                number = numbers.Count;
                numbers.Add(keys[row], number);
            }
            clusterOfRow[row] = number;
        }
        return new Clusters(clusterOfRow, numbers.Count);
    }

    /// <summary>Standard error of a mean from its per-row influences (methods 0.5); null with fewer than two clusters.</summary>
    public double? StandardErrorOfMean(ReadOnlySpan<double> influences) => StandardErrorOfSum(influences) / influences.Length;

    /// <summary>The same for a statistic whose influences already carry their 1/n weights, such as DeLong's.</summary>
    public double? StandardErrorOfSum(ReadOnlySpan<double> influences)
    {
        if (influences.Length != _clusterOfRow.Length)
            throw new ArgumentException($"Expected one influence for each of {_clusterOfRow.Length} rows, found {influences.Length}.", nameof(influences));
        if (Count < 2)
            return null;
        var sums = new double[Count];
        for (int row = 0; row < influences.Length; row++)
            sums[_clusterOfRow[row]] += influences[row];
        double squares = 0;
        foreach (double sum in sums)
            squares += sum * sum;
        return Math.Sqrt(squares * Count / (Count - 1.0));
    }
}
