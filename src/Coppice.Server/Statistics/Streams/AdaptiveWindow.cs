namespace Coppice.Server.Statistics.Streams;

/// <summary>
/// ADWIN (Bifet and Gavaldà 2007) as methods 4.6 specifies it: a window over a stream of values in [0, 1] that grows while its mean holds and
/// drops its older part once two parts of it surely differ. Memory grows with the logarithm of the window.
/// </summary>
public sealed class AdaptiveWindow
{
    private const int MostInRow = 5;
    private const int Clock = 32;
    private const int FewestItems = 10;
    private const int FewestOnASide = 5;

    private readonly double _confidence;
    private readonly List<List<WindowBucket>> _rows;
    private double _sum;
    private double _variance;
    private long _width;

    /// <summary>An empty window.</summary>
    /// <param name="confidence">Bound on the probability of a false alarm per look. Default 0.002.</param>
    public AdaptiveWindow(double confidence = 0.002)
    {
        _confidence = confidence;
        _rows = [[]];
    }

    private AdaptiveWindow(AdaptiveWindowState state)
    {
        _confidence = state.Confidence;
        _rows = [.. state.Rows.Select(row => row.ToList())];
        (Seen, _width, _sum, _variance) = (state.Seen, state.Width, state.Sum, state.Variance);
    }

    /// <summary>Items that ever came.</summary>
    public long Seen { get; private set; }

    /// <summary>Items in the window.</summary>
    public long Width => _width;

    public double Mean => _width == 0 ? 0 : _sum / _width;

    /// <summary>Of one item.</summary>
    public double Variance => _width == 0 ? 0 : _variance / _width;

    public static AdaptiveWindow Restore(AdaptiveWindowState state) => new(state);

    /// <summary>All it knows, to be kept until more comes.</summary>
    public AdaptiveWindowState Save() => new(_confidence, Seen, _width, _sum, _variance, [.. _rows.Select(row => row.ToArray())]);

    /// <summary>Takes the next value; whether the mean has changed.</summary>
    public bool Add(double value)
    {
        Seen++;
        _width++;
        if (_width > 1)
        {
            double distance = value - (_sum / (_width - 1));
            _variance += (_width - 1) * distance * distance / _width;
        }

        _sum += value;
        _rows[0].Add(new WindowBucket(value, 0));
        Compress();
        return Seen % Clock == 0 && _width > FewestItems && Shrink();
    }

    private void Compress()
    {
        for (int row = 0; row < _rows.Count && _rows[row].Count > MostInRow; row++)
        {
            if (row + 1 == _rows.Count)
                _rows.Add([]);
            double items = 1L << row;
            var (first, second) = (_rows[row][0], _rows[row][1]);
            double apart = (first.Sum - second.Sum) / items;
            _rows[row + 1].Add(new WindowBucket(first.Sum + second.Sum, first.Squares + second.Squares + (items / 2 * apart * apart)));
            _rows[row].RemoveRange(0, 2);
        }
    }

    private bool Shrink()
    {
        bool changed = false;
        while (HasChanged())
        {
            changed = true;
            DropOldest();
        }

        return changed;
    }

    private bool HasChanged()
    {
        double logarithm = Math.Log(2 * Math.Log(_width) / _confidence);
        double olderItems = 0;
        double olderSum = 0;
        for (int row = _rows.Count - 1; row >= 0; row--)
        {
            foreach (var bucket in _rows[row])
            {
                olderItems += 1L << row;
                olderSum += bucket.Sum;
                double newerItems = _width - olderItems;
                if (olderItems < FewestOnASide || newerItems < FewestOnASide)
                    continue;
                double harmonic = (1 / (olderItems - FewestOnASide + 1)) + (1 / (newerItems - FewestOnASide + 1));
                double bound = Math.Sqrt(2 * harmonic * Variance * logarithm) + (2.0 / 3 * logarithm * harmonic);
                if (Math.Abs((olderSum / olderItems) - ((_sum - olderSum) / newerItems)) > bound)
                    return true;
            }
        }

        return false;
    }

    private void DropOldest()
    {
        int top = _rows.Count - 1;
        long items = 1L << top;
        var oldest = _rows[top][0];
        _width -= items;
        _sum -= oldest.Sum;
        double apart = (oldest.Sum / items) - (_sum / _width);
        _variance -= oldest.Squares + (items * (double)_width * apart * apart / (items + _width));
        _rows[top].RemoveAt(0);
        while (_rows.Count > 1 && _rows[^1].Count == 0)
            _rows.RemoveAt(_rows.Count - 1);
    }
}
