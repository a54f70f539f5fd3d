using System.Runtime.InteropServices;
using Coppice.Server.Files.Cells;

namespace Coppice.Server.Files.Columns;

/// <summary>Counts, cell by cell, what a column could be; asked at any time, it says what it most likely is.</summary>
public sealed class ColumnProfile(string name)
{
    private const int MaxDistinct = 20_000;

    private readonly Dictionary<string, long> _distinct = new(StringComparer.Ordinal);
    private readonly long[] _dates = new long[DateForm.All.Count];
    private readonly long[] _numericDates = new long[DateForm.Numeric.Count];
    private readonly long[] _dateOrderBreaks = new long[DateForm.All.Count];
    private readonly DateTime[] _previous = new DateTime[DateForm.All.Count];
    private readonly NumberSample _numbers = new();
    private long _length;
    private long _spaced;

    public string Name => name;

    public long Rows { get; private set; }

    public long Missing { get; private set; }

    internal long Blank { get; private set; }

    internal long Numbers { get; private set; }

    internal long Whole { get; private set; }

    internal long Booleans { get; private set; }

    internal long Present => Rows - Missing;

    internal IReadOnlyDictionary<string, long> Distinct => _distinct;

    internal NumberSpread? Spread => _numbers.Spread();

    internal bool HasAllDistinct => _distinct.Count < MaxDistinct;

    internal double MeanLength => Present == 0 ? 0 : (double)_length / Present;

    /// <summary>Share of the cells that hold a blank inside, as sentences do and codes do not.</summary>
    internal double SpacedShare => Present == 0 ? 0 : (double)_spaced / Present;

    public void Add(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        Rows++;
        if (cell.IsEmpty)
            Blank++;
        if (MissingText.IsMissing(cell))
        {
            Missing++;
            return;
        }

        if (HasAllDistinct && cell.Length <= 256)
            CollectionsMarshal.GetValueRefOrAddDefault(_distinct.GetAlternateLookup<ReadOnlySpan<char>>(), cell, out _)++;
        _length += cell.Length;
        if (cell.ContainsAny(' ', '\t', '\n'))
            _spaced++;
        if (BooleanText.TryParse(cell, out _))
            Booleans++;
        if (NumberText.TryParse(cell, out double number))
            AddNumber(cell, number);
        else
            AddDate(cell);
    }

    /// <summary>What the cells so far say.</summary>
    public InferredColumn Infer() => ColumnVerdict.Of(this);

    internal (DateForm Form, long Count, DateCertainty Certainty) BestDate()
    {
        int best = 0;
        for (int i = 1; i < _dates.Length; i++)
        {
            // Where every day is below thirteen, day-first and month-first both fit: the reading in which time runs forward is taken.
            if (_dates[i] > _dates[best] || (_dates[i] == _dates[best] && _dateOrderBreaks[i] < _dateOrderBreaks[best]))
                best = i;
        }

        DateCertainty certainty = DateCertainty.Certain;
        for (int i = 0; i < _dates.Length; i++)
        {
            if (i != best && _dates[i] == _dates[best])
                certainty = _dateOrderBreaks[i] == _dateOrderBreaks[best] ? DateCertainty.Guess : DateCertainty.ByOrder;
        }

        return (DateForm.All[best], _dates[best], certainty);
    }

    internal (DateForm Form, long Count) BestNumericDate()
    {
        int best = Array.IndexOf(_numericDates, _numericDates.Max());
        return (DateForm.Numeric[best], _numericDates[best]);
    }

    private void AddNumber(ReadOnlySpan<char> cell, double number)
    {
        Numbers++;
        _numbers.Add(number);
        if (double.IsInteger(number))
            Whole++;
        for (int i = 0; i < _numericDates.Length; i++)
        {
            if (DateForm.Numeric[i].TryParse(cell, out _))
                _numericDates[i]++;
        }
    }

    private void AddDate(ReadOnlySpan<char> cell)
    {
        for (int i = 0; i < _dates.Length; i++)
        {
            if (!DateForm.All[i].TryParse(cell, out DateTime date))
                continue;
            _dates[i]++;
            if (date < _previous[i])
                _dateOrderBreaks[i]++;
            _previous[i] = date;
        }
    }
}
