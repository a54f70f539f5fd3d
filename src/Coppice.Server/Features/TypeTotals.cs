using Coppice.Server.Customers;
using Coppice.Server.Storage;

namespace Coppice.Server.Features;

/// <summary>Running totals over one customer's events of one type, oldest first.</summary>
internal sealed class TypeTotals(int seasonDays = 0)
{
    public static readonly int[] WindowDays = [7, 30, 90, 180, 365];

    /// <summary>Half-life of the fading counts: a month, the rhythm most shops plan in.</summary>
    private const double FadingHalfLifeDays = 30;

    public const int Year = 365;

    /// <summary>1970 began with a Thursday.</summary>
    private const int FirstWeekday = 4;

    private readonly HashSet<long> _products = [];
    private RepeatCounts _repeats;
    private long _lastSession;

    public float[] WindowCounts { get; } = new float[WindowDays.Length];

    public float[] WindowValues { get; } = new float[WindowDays.Length];

    public int Count { get; private set; }

    public int Days => _repeats.Days;

    /// <summary>The same by the day.</summary>
    public ref readonly RepeatCounts Repeats => ref _repeats;

    public int Sessions { get; private set; }

    public int Products => _products.Count;

    public int Valued { get; private set; }

    public double Value { get; private set; }

    public float MostValue { get; private set; }

    public float LastValue { get; private set; }

    public double Quantity { get; private set; }

    public double FadingCount { get; private set; }

    public double FadingValue { get; private set; }

    /// <summary>On Saturdays and Sundays, UTC.</summary>
    public int OfWeekends { get; private set; }

    /// <summary>In the same days a year ago.</summary>
    public int YearAgo { get; private set; }

    public int Returns { get; private set; }

    /// <summary>What was given back for them.</summary>
    public double Returned { get; private set; }

    public long First { get; private set; }

    public long Last { get; private set; }

    public void Clear()
    {
        Array.Clear(WindowCounts);
        Array.Clear(WindowValues);
        _products.Clear();
        _repeats = default;
        _lastSession = 0;
        Count = Sessions = Valued = OfWeekends = YearAgo = Returns = 0;
        Value = Quantity = FadingCount = FadingValue = Returned = 0;
        MostValue = LastValue = float.NaN;
        First = Last = 0;
    }

    public void Add(EventHistory history, int i, long asOf)
    {
        long time = history.EventTimes[i];
        double age = (asOf - time) / (double)UtcMicroseconds.PerDay;
        double fading = Math.Exp(-age * (Math.Log(2) / FadingHalfLifeDays));
        if (Count == 0)
            First = time;
        Last = time;
        Count++;
        FadingCount += fading;
        _repeats.Add(time, history.Values[i]);
        if (history.Sessions[i] != _lastSession && history.Sessions[i] != 0)
            Sessions++;
        _lastSession = history.Sessions[i];
        if (history.Products[i] != 0)
            _products.Add(history.Products[i]);
        if (!float.IsNaN(history.Quantities[i]))
            Quantity += history.Quantities[i];
        float value = history.Values[i];
        bool valued = !float.IsNaN(value);
        if (valued)
        {
            Valued++;
            Value += value;
            LastValue = value;
            MostValue = float.IsNaN(MostValue) ? value : Math.Max(MostValue, value);
            FadingValue += fading * value;
        }

        if (((time / UtcMicroseconds.PerDay) + FirstWeekday) % 7 is 0 or 6)
            OfWeekends++;
        if (age <= Year && age > Year - seasonDays)
            YearAgo++;
        if (value < 0 || history.Quantities[i] < 0)
        {
            Returns++;
            Returned -= Math.Min(0, valued ? value : 0);
        }

        for (int w = 0; w < WindowDays.Length; w++)
        {
            if (age > WindowDays[w])
                continue;
            WindowCounts[w]++;
            if (valued)
                WindowValues[w] += value;
        }
    }
}
