namespace Coppice.Server.Text.Concepts;

/// <summary>
/// The symbols an automaton moves by: one for every plain character its phrases contain, so that folding a character and finding its symbol
/// is one look into a table. Symbols of scripts without blanks come last.
/// </summary>
internal sealed class Alphabet
{
    /// <summary>A run of anything that is part of no word.</summary>
    public const ushort Separator = 0;

    /// <summary>A mark that is overlooked; also a wall behind the end of a note.</summary>
    public const ushort Dropped = 1;

    /// <summary>A character of words that no phrase contains.</summary>
    private const ushort Stranger = 2;

    /// <summary>From here on a symbol stands for several.</summary>
    public const ushort FirstLigature = 0xF000;

    private const int Ascii = 128;

    private readonly ushort[] _ascii;
    private readonly ushort[] _symbols = new ushort[0x10000];
    private readonly List<ushort[]> _ligatures = [];
    private readonly FoldTable _table;

    public Alphabet(MatchRules rules, IEnumerable<string> foldedPhrases)
    {
        _table = FoldTable.Of(rules.Folding);
        char[] known = [.. foldedPhrases.SelectMany(p => p).Where(c => c != FoldTable.Separator).Distinct().Order()];
        bool byScript = rules.WordEnds is WordEnds.ByScript;
        char[] ordered = [.. known.OrderBy(c => byScript && Scripts.IsBlankless(c))];
        var numbers = new Dictionary<char, ushort>();
        foreach (char character in ordered)
            numbers[character] = (ushort)(Stranger + 1 + numbers.Count);
        FirstBlankless = (ushort)(Stranger + 1 + ordered.Count(c => !byScript || !Scripts.IsBlankless(c)));
        ushort blanklessStranger = (ushort)(Stranger + 1 + ordered.Length);
        Count = blanklessStranger + 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Count, FirstLigature, nameof(foldedPhrases));

        for (int i = 0; i < _symbols.Length; i++)
            _symbols[i] = Symbol((char)i);
        _ascii = _symbols[..Ascii];

        ushort Symbol(char character)
        {
            if (_table.Ligature(character) is { } letters)
            {
                _ligatures.Add([.. letters.Select(l => numbers.GetValueOrDefault(l, Stranger))]);
                return (ushort)(FirstLigature + _ligatures.Count - 1);
            }

            char plain = _table[character];
            return plain switch
            {
                FoldTable.Separator => Separator,
                FoldTable.Dropped => Dropped,
                _ => numbers.GetValueOrDefault(plain, byScript && Scripts.IsBlankless(plain) ? blanklessStranger : Stranger),
            };
        }
    }

    /// <summary>One more than the largest symbol of a single character.</summary>
    public int Count { get; }

    /// <summary>The first symbol beside which a word may end anywhere.</summary>
    public ushort FirstBlankless { get; }

    /// <summary>The symbols of ASCII.</summary>
    public ReadOnlySpan<ushort> OfAscii => _ascii;

    public ushort this[char character] => _symbols[character];

    /// <summary>The symbols one symbol from <see cref="FirstLigature"/> on stands for.</summary>
    public ReadOnlySpan<ushort> Ligature(ushort symbol) => _ligatures[symbol - FirstLigature];

    /// <summary>A folded phrase in symbols.</summary>
    public ushort[] Encode(string folded) => [.. folded.Select(c => _symbols[c])];
}
