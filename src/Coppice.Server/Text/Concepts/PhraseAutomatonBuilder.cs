using System.Runtime.CompilerServices;
using Cell = Coppice.Server.Text.Concepts.PhraseAutomaton.Cell;

namespace Coppice.Server.Text.Concepts;

/// <summary>Places the states of a trie of phrases into one array: each state at the first place where the cells of all its successors are free.</summary>
internal sealed class PhraseAutomatonBuilder
{
    private const int Root = 0;

    // A place that was tried in vain so often is too crowded; the search for room goes on behind it.
    private const int Crowded = 64;

    // Fewer phrases than this are put in order one by one, more by counting.
    private const int Few = 48;

    private readonly ushort[][] _phrases;
    private readonly int[] _order;
    private readonly int[] _sorted;
    private readonly int[] _counts;

    // The successors of the states on the way to the one being placed: the symbol, and where its phrases begin.
    private readonly List<int> _successors = [];
    private readonly List<int> _firsts = [];
    private Cell[] _cells;
    private int[] _complete;
    private int _firstFree = 1;
    private int _vain;

    private PhraseAutomatonBuilder(ushort[][] phrases, int symbols)
    {
        _phrases = phrases;
        _order = new int[phrases.Length];
        for (int i = 0; i < _order.Length; i++)
            _order[i] = i;
        _sorted = new int[phrases.Length];
        _counts = new int[symbols + 1];
        _cells = [];
        _complete = [];
        Grow(4 * symbols);
    }

    /// <summary>Builds the automaton of phrases in symbols below <paramref name="symbols"/>, none there twice; a phrase's number is its place.</summary>
    public static PhraseAutomaton Build(ushort[][] phrases, int symbols)
    {
        var builder = new PhraseAutomatonBuilder(phrases, symbols);
        builder._cells[Root].Parent = Cell.Free - 1;
        builder.Place(Root, 0, phrases.Length, 0);
        return new PhraseAutomaton(builder._cells, builder._complete);
    }

    /// <summary>Gives a state its successors: the phrases from first to end share its symbols up to depth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Place(int state, int first, int end, int depth)
    {
        Sort(first, end, depth);
        int complete = 0;
        if (first < end && _phrases[_order[first]].Length == depth)
        {
            _complete[state] = _order[first];
            complete = PhraseAutomaton.Complete;
            first++;
        }

        int from = _successors.Count;
        for (int i = first; i < end; i++)
        {
            int symbol = _phrases[_order[i]][depth];
            if (_successors.Count > from && _successors[^1] == symbol)
                continue;
            _successors.Add(symbol);
            _firsts.Add(i);
        }

        int to = _successors.Count;
        int origin = from == to ? 0 : FindRoom(from, to);
        _cells[state].Base = origin | complete;
        for (int i = from; i < to; i++)
            _cells[origin + _successors[i]].Parent = state;
        for (int i = from; i < to; i++)
            Place(origin + _successors[i], _firsts[i], i + 1 < to ? _firsts[i + 1] : end, depth + 1);
        _successors.RemoveRange(from, to - from);
        _firsts.RemoveRange(from, to - from);
    }

    /// <summary>Puts phrases in the order of their symbols at a depth, what ends there first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sort(int first, int end, int depth)
    {
        if (end - first < Few)
        {
            for (int i = first + 1; i < end; i++)
            {
                int phrase = _order[i];
                int key = KeyOf(phrase, depth);
                int place = i;
                for (; place > first && KeyOf(_order[place - 1], depth) > key; place--)
                    _order[place] = _order[place - 1];
                _order[place] = phrase;
            }

            return;
        }

        Array.Clear(_counts);
        for (int i = first; i < end; i++)
            _counts[KeyOf(_order[i], depth)]++;
        int next = first;
        for (int key = 0; key < _counts.Length; key++)
            (_counts[key], next) = (next, next + _counts[key]);
        for (int i = first; i < end; i++)
            _sorted[_counts[KeyOf(_order[i], depth)]++] = _order[i];
        Array.Copy(_sorted, first, _order, first, end - first);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int KeyOf(int phrase, int depth) => depth < _phrases[phrase].Length ? _phrases[phrase][depth] + 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int FindRoom(int from, int to)
    {
        while (_cells[_firstFree].Parent != Cell.Free)
            _firstFree++;
        int smallest = _successors[from];
        for (int place = Math.Max(_firstFree, smallest); ; place++)
        {
            int origin = place - smallest;
            if (origin + (2 * _counts.Length) >= _cells.Length)
                Grow(2 * _cells.Length);
            int fits = from;
            while (fits < to && _cells[origin + _successors[fits]].Parent == Cell.Free)
                fits++;
            if (fits == to)
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
