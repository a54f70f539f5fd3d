using Cell = Coppice.Server.Text.Concepts.PhraseAutomaton.Cell;

namespace Coppice.Server.Text.Concepts;

/// <summary>Places the states of a trie of phrases into one array: each state at the first place where the cells of all its successors are free.</summary>
internal sealed class PhraseAutomatonBuilder
{
    private const int Root = 0;

    // A place that was tried in vain so often is too crowded; the search for room goes on behind it.
    private const int Crowded = 64;

    private readonly ushort[][] _phrases;
    private readonly int[] _numbers;
    private readonly int _symbols;
    private Cell[] _cells;
    private int[] _complete;
    private int _firstFree = 1;
    private int _vain;

    private PhraseAutomatonBuilder(ushort[][] phrases, int[] numbers, int symbols)
    {
        _phrases = phrases;
        _numbers = numbers;
        _symbols = symbols;
        _cells = [];
        _complete = [];
        Grow(4 * symbols);
    }

    /// <summary>Builds the automaton of phrases, each with its number; no phrase is there twice.</summary>
    public static PhraseAutomaton Build(IEnumerable<(ushort[] Symbols, int Number)> phrases, int symbols)
    {
        var sorted = phrases.OrderBy(p => p.Symbols, Comparer<ushort[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))).ToList();
        var builder = new PhraseAutomatonBuilder([.. sorted.Select(p => p.Symbols)], [.. sorted.Select(p => p.Number)], symbols);
        builder._cells[Root].Parent = Cell.Free - 1;
        builder.Place(Root, 0, sorted.Count, 0);
        return new PhraseAutomaton(builder._cells, builder._complete);
    }

    /// <summary>Gives a state its successors: the phrases from first to end share its symbols up to depth.</summary>
    private void Place(int state, int first, int end, int depth)
    {
        int complete = 0;
        if (first < end && _phrases[first].Length == depth)
        {
            _complete[state] = _numbers[first];
            complete = PhraseAutomaton.Complete;
            first++;
        }

        var groups = new List<(ushort Symbol, int First, int End)>();
        for (int i = first; i < end; i++)
        {
            ushort symbol = _phrases[i][depth];
            if (groups.Count == 0 || groups[^1].Symbol != symbol)
                groups.Add((symbol, i, i + 1));
            else
                groups[^1] = groups[^1] with { End = i + 1 };
        }

        int origin = groups.Count == 0 ? 0 : FindRoom(groups);
        _cells[state].Base = origin | complete;
        foreach (var group in groups)
            _cells[origin + group.Symbol].Parent = state;
        foreach (var group in groups)
            Place(origin + group.Symbol, group.First, group.End, depth + 1);
    }

    private int FindRoom(List<(ushort Symbol, int First, int End)> groups)
    {
        while (_cells[_firstFree].Parent != Cell.Free)
            _firstFree++;
        int smallest = groups[0].Symbol;
        for (int place = Math.Max(_firstFree, smallest); ; place++)
        {
            int origin = place - smallest;
            if (origin + (2 * _symbols) >= _cells.Length)
                Grow(2 * _cells.Length);
            if (groups.TrueForAll(g => _cells[origin + g.Symbol].Parent == Cell.Free))
                return origin;
            if (place == _firstFree && ++_vain >= Crowded)
            {
                _vain = 0;
                _firstFree++;
                while (_cells[_firstFree].Parent != Cell.Free)
                    _firstFree++;
            }
        }
    }

    private void Grow(int length)
    {
        int old = _cells.Length;
        Array.Resize(ref _cells, length);
        Array.Resize(ref _complete, length);
        _cells.AsSpan(old).Fill(new Cell { Parent = Cell.Free });
    }
}
