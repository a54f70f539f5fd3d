using System.Runtime.CompilerServices;
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
    /// <summary>Symbols of characters outside the basic plane.</summary>
    private readonly Dictionary<int, int> _rare = [];
    private readonly List<ushort[]> _ligatures = [];

    // Plain loops over numbers: with LINQ over runes, most of the time it takes to compile a lexicon went into compiling this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Alphabet(MatchRules rules, IReadOnlyList<string> foldedPhrases)
    {
        bool byScript = rules.WordEnds is WordEnds.ByScript;
        bool[] met = new bool[_symbols.Length];
        var rare = new List<int>();
        foreach (string phrase in foldedPhrases)
            Meet(phrase, met, rare);
        rare.Sort();

        // What a plain character is to the automaton: those of spaced scripts come first.
        ushort[] plain = new ushort[_symbols.Length];
        int next = Stranger + 1;
        for (int i = 0; i < met.Length; i++)
        {
            if (met[i] && !(byScript && Scripts.IsBlankless((char)i)))
                plain[i] = (ushort)next++;
        }

        FirstBlankless = byScript ? next : next + rare.Count;
        for (int i = 0; byScript && i < met.Length; i++)
        {
            if (met[i] && plain[i] == 0)
                plain[i] = (ushort)next++;
        }

        foreach (int character in rare)
        {
            if (_rare.TryAdd(character, next))
                next++;
        }

        Count = next + 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Count, FirstLigature, nameof(foldedPhrases));
        _blanklessStranger = byScript ? (ushort)next : Stranger;
        for (int i = 0; i < plain.Length; i++)
        {
            if (plain[i] == 0)
                plain[i] = byScript && Scripts.IsBlankless((char)i) ? _blanklessStranger : Stranger;
        }

        plain[FoldTable.Separator] = Separator;
        plain[FoldTable.Dropped] = Dropped;
        var table = FoldTable.Of(rules.Folding);
        foreach ((char ligature, string letters) in table.Ligatures)
        {
            plain[ligature] = (ushort)(FirstLigature + _ligatures.Count);
            _ligatures.Add([.. letters.Select(l => plain[l])]);
        }

        for (int i = 0; i < _symbols.Length; i++)
            _symbols[i] = char.IsSurrogate((char)i) ? Separator : plain[table[(char)i]];
        _ascii = _symbols[..Ascii];
    }

    /// <summary>One more than the largest symbol of a single character.</summary>
    public int Count { get; }

    /// <summary>The first symbol beside which a word may end anywhere.</summary>
    public int FirstBlankless { get; }

    /// <summary>The symbols of ASCII.</summary>
    public ReadOnlySpan<ushort> OfAscii => _ascii;

    public ushort this[Rune character] => character.IsBmp ? _symbols[character.Value]
        : Scripts.IsOfWord(character.Value) ? (ushort)_rare.GetValueOrDefault(character.Value, _blanklessStranger)
        : Separator;

    /// <summary>The symbols that one symbol from <see cref="FirstLigature"/> on stands for.</summary>
    public ReadOnlySpan<ushort> Ligature(ushort symbol) => _ligatures[symbol - FirstLigature];

    /// <summary>A folded phrase in symbols.</summary>
    public ushort[] Encode(string folded)
    {
        ushort[] symbols = new ushort[folded.Length];
        int count = 0;
        foreach (Rune character in folded.EnumerateRunes())
            symbols[count++] = this[character];
        return count == symbols.Length ? symbols : symbols[..count];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Meet(string phrase, bool[] met, List<int> rare)
    {
        for (int i = 0; i < phrase.Length; i++)
        {
            if (char.IsHighSurrogate(phrase[i]))
                rare.Add(char.ConvertToUtf32(phrase[i], phrase[++i]));
            else if (phrase[i] != FoldTable.Separator)
                met[phrase[i]] = true;
        }
    }
}
