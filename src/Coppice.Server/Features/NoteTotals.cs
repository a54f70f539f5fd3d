using Coppice.Server.Customers;

namespace Coppice.Server.Features;

/// <summary>Running totals over one customer's notes, oldest first.</summary>
internal sealed class NoteTotals(int concepts)
{
    private readonly int[] _times = new int[concepts];
    private readonly List<int> _named = [];

    public int Notes { get; private set; }

    public long Last { get; private set; }

    public string? Language { get; private set; }

    /// <summary>Of the last note that names one.</summary>
    public float Amount { get; private set; }

    public int Mentions { get; private set; }

    public int Length { get; private set; }

    /// <summary>The concepts named, each once, in their order.</summary>
    public IReadOnlyList<int> Named => _named;

    /// <summary>How often a concept is named.</summary>
    public int Times(int concept) => _times[concept];

    public void Clear()
    {
        foreach (int concept in _named)
            _times[concept] = 0;
        _named.Clear();
        Notes = Mentions = Length = 0;
        Last = 0;
        Language = null;
        Amount = float.NaN;
    }

    public void Add(StoredNote note, NoteReading reading)
    {
        Notes++;
        Last = note.EventTime;
        Language = note.Language ?? Language;
        if (!float.IsNaN(reading.Amount))
            Amount = reading.Amount;
        Mentions += reading.Concepts.Length;
        Length += reading.Length;
        foreach (int concept in reading.Concepts)
        {
            if (_times[concept]++ == 0)
                _named.Add(concept);
        }
    }

    /// <summary>To be called after the last note.</summary>
    public void Sort() => _named.Sort();
}
