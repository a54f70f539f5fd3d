namespace Coppice.Server.Text.Amounts;

/// <summary>Looks at what stands before and after a number.</summary>
internal readonly ref struct AmountCursor(ReadOnlySpan<char> note, int earliest)
{
    // How far before a number the word budget may stand: "budget combiné très flexible autour de".
    private const int BudgetReach = 48;

    private readonly ReadOnlySpan<char> _note = note;
    private readonly int _earliest = earliest;

    /// <summary>The figure whose digits begin at a place; null where they are part of a word or of something else.</summary>
    public AmountTerm? ReadTerm(int digit)
    {
        if (digit > 0 && (char.IsAsciiDigit(_note[digit - 1]) || (IsSpaced(_note[digit - 1]) && !EndsWithCode(digit))))
            return null;
        if (AmountNumber.Read(_note, digit, out int end) is not { } number)
            return null;
        int start = digit;
        string? currency = CurrencyBefore(ref start);
        (double times, bool isThousands, end) = Multiply(end);
        currency ??= CurrencyAfter(ref end);
        bool isInWord = end < _note.Length && IsSpaced(_note[end]) && IsSpaced(_note[end - 1]) && currency is null && times == 1;
        return isInWord ? null : new AmountTerm(number, times, isThousands, currency, start, end);
    }

    /// <summary>Where the digits of the second figure of a range begin, or null.</summary>
    public int? AfterRange(AmountTerm first)
    {
        var before = _note[_earliest..first.Start].TrimEnd();
        return AfterRange(first.End, AmountWords.Ranges) ?? (WordBefore(before, AmountWords.Between) is not null ? AfterRange(first.End, AmountWords.And) : null);
    }

    /// <summary>Whether a word such as budget stands before, in the same sentence and with no other number between.</summary>
    public bool IsAfterBudget(int start)
    {
        var before = _note[Math.Max(_earliest, start - BudgetReach)..start];
        for (int at = before.Length - 1; at >= 0 && !IsEnd(before[at]); at--)
        {
            foreach (var word in AmountWords.Budgets[before[at]])
            {
                if (before[at..].StartsWith(word.Text, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;

        static bool IsEnd(char character) => character is '.' or '!' or '?' or '。' or '；' or ';' or (>= '0' and <= '9');
    }

    /// <summary>Whether words around the amount make it a bound; a plus sign or a word behind it belongs to it.</summary>
    public AmountBound BoundAround(int start, int end, out int last)
    {
        last = end;
        if (WordAfter(end, AmountWords.OrMore, ref last))
            return AmountBound.Least;
        if (WordAfter(end, AmountWords.OrLess, ref last))
            return AmountBound.Most;
        var before = _note[_earliest..start].TrimEnd(" \u00A0:");
        return WordBefore(before, AmountWords.AtMost) is not null ? AmountBound.Most
            : WordBefore(before, AmountWords.AtLeast) is not null ? AmountBound.Least
            : AmountBound.None;
    }

    private int? AfterRange(int end, WordIndex words)
    {
        int at = SkipBlanks(end);
        if (WordAt(at, words) is not { } range)
            return null;
        int next = SkipBlanks(at + range.Text.Length);
        foreach (var symbol in WordsAt(next, AmountWords.CurrenciesAfter))
        {
            if (StartsWith(next, symbol.Text))
            {
                next = SkipBlanks(next + symbol.Text.Length);
                break;
            }
        }

        return next < _note.Length && char.IsAsciiDigit(_note[next]) ? next : null;
    }

    private (double Times, bool Thousands, int End) Multiply(int end)
    {
        int at = SkipBlanks(end);
        // Five metres stand apart, five millions do not.
        return WordAt(at, AmountWords.Multipliers) is { } word && (word.Text != "m" || at == end)
            ? (word.Times, word.Text != "m", at + word.Text.Length)
            : (1, false, end);
    }

    private string? CurrencyBefore(ref int start)
    {
        var before = _note[_earliest..start].TrimEnd(" \u00A0");
        if (WordBefore(before, AmountWords.CurrenciesBefore) is not { } word)
            return null;
        start = _earliest + before.Length - word.Text.Length;
        return word.Code;
    }

    private string? CurrencyAfter(ref int end)
    {
        int at = SkipBlanks(end);
        // Arabic, Spanish, French and Portuguese say "of" between a million and its currency.
        foreach (string of in (ReadOnlySpan<string>)["de ", "d'", "d’", "di "])
        {
            if (StartsWith(at, of))
                at += of.Length;
        }

        if (WordAt(at, AmountWords.CurrenciesAfter) is not { } word)
            return null;
        end = at + word.Text.Length;
        return word.Code;
    }

    private bool EndsWithCode(int digit)
    {
        int start = digit;
        return CurrencyBefore(ref start) is not null;
    }

    private bool WordAfter(int end, WordIndex words, ref int last)
    {
        int at = SkipBlanks(end);
        if (WordAt(at, words) is not { } word)
            return false;
        last = at + word.Text.Length;
        return true;
    }

    /// <summary>The word that ends a text and begins where a word may.</summary>
    private static AmountWord? WordBefore(ReadOnlySpan<char> text, WordIndex words)
    {
        foreach (var word in text.IsEmpty ? [] : words[text[^1]])
        {
            int length = word.Text.Length;
            if (text.EndsWith(word.Text, StringComparison.OrdinalIgnoreCase) && (text.Length == length || !IsSpaced(word.Text[0]) || !IsSpaced(text[^(length + 1)])))
                return word;
        }

        return null;
    }

    /// <summary>The word that stands at a place and ends where a word may.</summary>
    private AmountWord? WordAt(int at, WordIndex words)
    {
        foreach (var word in WordsAt(at, words))
        {
            int end = at + word.Text.Length;
            if (StartsWith(at, word.Text) && (!IsSpaced(word.Text[^1]) || end == _note.Length || !IsSpaced(_note[end])))
                return word;
        }

        return null;
    }

    private ReadOnlySpan<AmountWord> WordsAt(int at, WordIndex words) => at < _note.Length ? words[_note[at]] : [];

    private bool StartsWith(int at, string word) => at <= _note.Length && _note[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private int SkipBlanks(int at)
    {
        while (at < _note.Length && _note[at] is ' ' or '\u00A0' or '\u202F')
            at++;
        return at;
    }

    /// <summary>A letter of a script that parts words by blanks.</summary>
    private static bool IsSpaced(char character) => char.IsAsciiLetter(character) || (char.IsLetter(character) && !Concepts.Scripts.IsBlankless(character));
}
