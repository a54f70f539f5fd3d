using System.Runtime.CompilerServices;

namespace Coppice.Server.Text.Concepts;

/// <summary>
/// A deterministic automaton that reads phrases from their first symbol: the next state is the state's base plus the symbol, if that cell says
/// it belongs to the state. Rows of a full table would be a thousand times as large and miss the cache (J. Aoe's double array, 1989).
/// </summary>
internal sealed class PhraseAutomaton
{
    /// <summary>The sign bit of a base marks a state at which a phrase is complete.</summary>
    public const int Complete = int.MinValue;

    private readonly Cell[] _cells;
    private readonly int[] _phrases;

    internal PhraseAutomaton(Cell[] cells, int[] phrases)
    {
        _cells = cells;
        _phrases = phrases;
    }

    public int States => _cells.Count(c => c.Parent != Cell.Free);

    /// <summary>
    /// The longest phrase that begins at a place and ends where a word may end: its number, and the place after it; -1 where there is none.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Longest(ReadOnlySpan<ushort> symbols, int start, int firstBlankless, out int end)
    {
        Cell[] cells = _cells;
        int state = 0;
        int found = -1;
        int next = cells[0].Base;
        end = start;
        for (int i = start; ;)
        {
            ushort symbol = symbols[i];
            int to = next + symbol;
            if (cells[to].Parent != state)
                break;
            state = to;
            next = cells[to].Base;
            i++;
            if (next >= 0)
                continue;
            next &= ~Complete;
            ushort following = symbols[i];
            if (following == Alphabet.Separator || following >= firstBlankless || symbol >= firstBlankless)
            {
                found = to;
                end = i;
            }
        }

        return found < 0 ? -1 : _phrases[found];
    }

    internal struct Cell
    {
        public const int Free = -1;

        /// <summary>Where the state's own successors are counted from.</summary>
        public int Base;

        /// <summary>The state this cell is a successor of.</summary>
        public int Parent;
    }
}
