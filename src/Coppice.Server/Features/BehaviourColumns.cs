using Coppice.Server.Storage;

namespace Coppice.Server.Features;

/// <summary>The columns of one type of event. A count of nothing is a zero; the age of nothing is missing.</summary>
internal sealed class BehaviourColumns
{
    private readonly float[][] _windowCounts;
    private readonly float[][]? _windowValues;
    private readonly float[] _count;
    private readonly float[] _days;
    private readonly float[] _sinceLast;
    private readonly float[] _sinceFirst;
    private readonly float[] _meanGap;
    private readonly float[] _overdue;
    private readonly float[] _fadingCount;
    private readonly float[] _weekendShare;
    private readonly float[]? _yearAgo;
    private readonly float[]? _returns;
    private readonly float[]? _returned;
    private readonly float[]? _value;
    private readonly float[]? _meanValue;
    private readonly float[]? _mostValue;
    private readonly float[]? _lastValue;
    private readonly float[]? _fadingValue;
    private readonly float[]? _quantity;
    private readonly float[]? _products;
    private readonly float[]? _sessions;

    public BehaviourColumns(InputTable table, BehaviourType type, int seasonDays)
    {
        float[] Column(string name) => table[$"events.{type.Name}.{name}"].Numbers;

        _windowCounts = [.. TypeTotals.WindowDays.Select(d => Column($"count_{d}d"))];
        _count = Column("count");
        _days = Column("days");
        _sinceLast = Column("days_since_last");
        _sinceFirst = Column("days_since_first");
        _meanGap = Column("mean_gap_days");
        _overdue = Column("overdue");
        _fadingCount = Column("fading_count");
        _weekendShare = Column("weekend_share");
        if (seasonDays > 0)
            _yearAgo = Column($"year_ago_{seasonDays}d");
        if (type.Returns == Recorded.Yes)
            (_returns, _returned) = (Column("returns"), Column("returned_value"));
        if (type.Values == Recorded.Yes)
        {
            _windowValues = [.. TypeTotals.WindowDays.Select(d => Column($"value_{d}d"))];
            _value = Column("value");
            _meanValue = Column("mean_value");
            _mostValue = Column("most_value");
            _lastValue = Column("last_value");
            _fadingValue = Column("fading_value");
        }

        if (type.Quantities == Recorded.Yes)
            _quantity = Column("quantity");
        if (type.Products == Recorded.Yes)
            _products = Column("products");
        if (type.Sessions == Recorded.Yes)
            _sessions = Column("sessions");
    }

    public void Write(int row, TypeTotals totals, long asOf)
    {
        for (int w = 0; w < _windowCounts.Length; w++)
            _windowCounts[w][row] = totals.WindowCounts[w];
        _count[row] = totals.Count;
        _days[row] = totals.Days;
        _fadingCount[row] = (float)totals.FadingCount;
        if (totals.Count > 0)
        {
            double sinceLast = (asOf - totals.Last) / (double)UtcMicroseconds.PerDay;
            double sinceFirst = (asOf - totals.First) / (double)UtcMicroseconds.PerDay;
            _sinceLast[row] = (float)sinceLast;
            _sinceFirst[row] = (float)sinceFirst;
            _meanGap[row] = (float)(sinceFirst / totals.Count);
            _weekendShare[row] = totals.OfWeekends / (float)totals.Count;
            // Who was not there a year ago has not stayed away.
            if (_yearAgo is not null && sinceFirst >= TypeTotals.Year)
                _yearAgo[row] = totals.YearAgo;
            // How many of their own usual gaps have passed since the last time.
            if (sinceFirst > 0)
                _overdue[row] = (float)(sinceLast * totals.Count / sinceFirst);
        }

        if (_windowValues is not null)
        {
            for (int w = 0; w < _windowValues.Length; w++)
                _windowValues[w][row] = totals.WindowValues[w];
            _value![row] = (float)totals.Value;
            _fadingValue![row] = (float)totals.FadingValue;
            _mostValue![row] = totals.MostValue;
            _lastValue![row] = totals.LastValue;
            if (totals.Valued > 0)
                _meanValue![row] = (float)(totals.Value / totals.Valued);
        }

        if (_returns is not null)
            (_returns[row], _returned![row]) = (totals.Returns, (float)totals.Returned);
        if (_quantity is not null)
            _quantity[row] = (float)totals.Quantity;
        if (_products is not null)
            _products[row] = totals.Products;
        if (_sessions is not null)
            _sessions[row] = totals.Sessions;
    }
}
