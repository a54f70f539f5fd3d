using System.Text;

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

    /// <summary>From here on a symbol stands for several.</summary>
    public const ushort FirstLigature = 0xF000;

    /// <summary>A character of words that no phrase contains.</summary>
    private const ushort Stranger = 2;

    private const int Ascii = 128;

    private readonly ushort[] _ascii;
    private readonly ushort[] _symbols = new ushort[0x10000];
    private readonly ushort _blanklessStranger;
    private readonly Dictionary<Rune, ushort> _numbers = [];
    private readonly List<ushort[]> _ligatures = [];

    public Alphabet(MatchRules rules, IEnumerable<string> foldedPhrases)
    {
        bool byScript = rules.WordEnds is WordEnds.ByScript;
        var known = foldedPhrases.SelectMany(p => p.EnumerateRunes()).Distinct().Where(r => r.Value != FoldTable.Separator)
            .OrderBy(r => byScript && Scripts.IsBlankless(r)).ThenBy(r => r.Value);
        FirstBlankless = Stranger + 1;
        foreach (Rune character in known)
        {
            _numbers[character] = (ushort)(Stranger + 1 + _numbers.Count);
            if (!byScript || !Scripts.IsBlankless(character))
                FirstBlankless++;
        }

        _blanklessStranger = byScript ? (ushort)(Stranger + 1 + _numbers.Count) : Stranger;
        Count = Stranger + 2 + _numbers.Count;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Count, FirstLigature, nameof(foldedPhrases));

        var table = FoldTable.Of(rules.Folding);
        for (int i = 0; i < _symbols.Length; i++)
            _symbols[i] = char.IsSurrogate((char)i) ? Separator : Symbol((char)i, table, byScript);
        _ascii = _symbols[..Ascii];
    }

    /// <summary>One more than the largest symbol of a single character.</summary>
    public int Count { get; }

    /// <summary>The first symbol beside which a word may end anywhere.</summary>
    public int FirstBlankless { get; }

    /// <summary>The symbols of ASCII.</summary>
    public ReadOnlySpan<ushort> OfAscii => _ascii;

    public ushort this[Rune character] => character.IsBmp ? _symbols[character.Value]
        : Scripts.IsOfWord(character.Value) ? _numbers.GetValueOrDefault(character, _blanklessStranger)
        : Separator;

    /// <summary>The symbols that one symbol from <see cref="FirstLigature"/> on stands for.</summary>
    public ReadOnlySpan<ushort> Ligature(ushort symbol) => _ligatures[symbol - FirstLigature];

    /// <summary>A folded phrase in symbols.</summary>
    public ushort[] Encode(string folded) => [.. folded.EnumerateRunes().Select(r => this[r])];

    private ushort Symbol(char character, FoldTable table, bool byScript)
    {
        if (table.Ligature(character) is { } letters)
        {
            _ligatures.Add([.. letters.Select(l => _numbers.GetValueOrDefault(new Rune(l), Stranger))]);
            return (ushort)(FirstLigature + _ligatures.Count - 1);
        }

        char plain = table[character];
        return plain switch
        {
            FoldTable.Separator => Separator,
            FoldTable.Dropped => Dropped,
            _ => _numbers.GetValueOrDefault(new Rune(plain), byScript && Scripts.IsBlankless(new Rune(plain)) ? _blanklessStranger : Stranger),
        };
    }
}
