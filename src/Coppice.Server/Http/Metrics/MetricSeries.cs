namespace Coppice.Server.Http.Metrics;

/// <summary>The numbers of one set of labels. Written by any thread, without a lock.</summary>
internal sealed class MetricSeries(string labels, double[]? bounds)
{
    private readonly long[]? _buckets = bounds is null ? null : new long[bounds.Length + 1];
    private long _whole;
    private double _fraction;

    /// <summary><c>model="purchase",arm="champion"</c>, escaped and in the order of the names.</summary>
    public string Labels { get; } = labels;

    /// <summary>The reading in which the series was last seen; an observed one that is not seen any more is not shown.</summary>
    public long Seen { get; set; }

    public double Value => Volatile.Read(ref _whole) + Volatile.Read(ref _fraction);

    public void Add(long value) => Interlocked.Add(ref _whole, value);

    public void Add(double value)
    {
        double before = Volatile.Read(ref _fraction);
        while (true)
        {
            double found = Interlocked.CompareExchange(ref _fraction, before + value, before);
            if (found.Equals(before))
                return;
            before = found;
        }
    }

    public void Set(double value) => Volatile.Write(ref _fraction, value);

    /// <summary>Counts a value into its bucket; its bound is the first that is not below it.</summary>
    public void Observe(double value)
    {
        int place = Array.BinarySearch(bounds!, value);
        Interlocked.Increment(ref _buckets![place < 0 ? ~place : place]);
        Add(value);
    }

    /// <summary>How many values were at most each bound, and after the last bound how many there were.</summary>
    public long[] CountsUpTo()
    {
        long[] counts = new long[_buckets!.Length];
        long sum = 0;
        for (int i = 0; i < counts.Length; i++)
            counts[i] = sum += Volatile.Read(ref _buckets[i]);
        return counts;
    }
}
