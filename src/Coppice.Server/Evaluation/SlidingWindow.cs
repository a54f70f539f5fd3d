namespace Coppice.Server.Evaluation;

/// <summary>The last rows of a stream in order of maturity, with the mean loss and AUC over them (Brzezinski and Stefanowski 2015).</summary>
public sealed class SlidingWindow
{
    /// <summary>Enough for a mean loss.</summary>
    public const int DefaultRows = 1000;

    /// <summary>Enough for AUC to see about a hundred positives.</summary>
    public const int DefaultAucRows = 2000;

    private readonly double[] _labels;

    private readonly double[] _scores;

    private int _next;

    public SlidingWindow(int capacity = DefaultRows)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _labels = new double[capacity];
        _scores = new double[capacity];
    }

    public int Count { get; private set; }

    public void Add(double label, double score)
    {
        _labels[_next] = label;
        _scores[_next] = score;
        _next = (_next + 1) % _labels.Length;
        Count = Math.Min(Count + 1, _labels.Length);
    }

    /// <summary>Null before the first row.</summary>
    public double? MeanLoss(Func<double, double, double> loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        double sum = 0;
        for (int i = 0; i < Count; i++)
            sum += loss(_labels[i], _scores[i]);
        return Count == 0 ? null : sum / Count;
    }

    /// <summary>Null while the window holds one class only.</summary>
    public double? Auc()
    {
        // Where a row sits in the ring does not matter to a rank.
        var rows = new LabelledRows(_labels[..Count], new long[Count]);
        return AucPlacements.Of(rows, _scores.AsSpan(0, Count))?.Auc;
    }
}
