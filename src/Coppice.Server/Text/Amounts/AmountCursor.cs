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
        return AfterRange(first.End, AmountWords.Ranges) ?? (EndsWithAny(before, AmountWords.Between) ? AfterRange(first.End, AmountWords.And) : null);
    }

    /// <summary>Whether a word such as budget stands before, in the same sentence and with no other number between.</summary>
    public bool IsAfterBudget(int start)
    {
        var before = _note[Math.Max(_earliest, start - BudgetReach)..start];
        int cut = before.LastIndexOfAny(".!?。；;0123456789".AsSpan());
        before = before[(cut + 1)..];
        foreach (string word in AmountWords.Budgets)
        {
            if (before.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
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
        return EndsWithAny(before, AmountWords.AtMost) ? AmountBound.Most : EndsWithAny(before, AmountWords.AtLeast) ? AmountBound.Least : AmountBound.None;
    }

    private int? AfterRange(int end, string[] words)
    {
        int at = SkipBlanks(end);
        foreach (string word in words)
        {
            if (!IsWord(at, word))
                continue;
            int next = SkipBlanks(at + word.Length);
            foreach ((string symbol, _) in AmountWords.Currencies)
            {
                if (StartsWith(next, symbol))
                {
                    next = SkipBlanks(next + symbol.Length);
                    break;
                }
            }

            if (next < _note.Length && char.IsAsciiDigit(_note[next]))
                return next;
        }

        return null;
    }

    private (double Times, bool Thousands, int End) Multiply(int end)
    {
        int at = SkipBlanks(end);
        foreach ((string word, double times) in AmountWords.Multipliers)
        {
            // Five metres stand apart, five millions do not.
            if (IsWord(at, word) && (word != "m" || at == end))
                return (times, word != "m", at + word.Length);
        }

        return (1, false, end);
    }

    private string? CurrencyBefore(ref int start)
    {
        var before = _note[_earliest..start].TrimEnd(" \u00A0");
        foreach ((string word, string code) in AmountWords.Currencies)
        {
            if (!EndsWithWord(before, word))
                continue;
            start = _earliest + before.Length - word.Length;
            return code;
        }

        return null;
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

        foreach ((string word, string code) in AmountWords.Currencies)
        {
            if (!IsWord(at, word))
                continue;
            end = at + word.Length;
            return code;
        }

        return null;
    }

    private bool EndsWithCode(int digit)
    {
        int start = digit;
        return CurrencyBefore(ref start) is not null;
    }

    private bool WordAfter(int end, string[] words, ref int last)
    {
        int at = SkipBlanks(end);
        foreach (string word in words)
        {
            if (!IsWord(at, word))
                continue;
            last = at + word.Length;
            return true;
        }

        return false;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> before, string[] words)
    {
        foreach (string word in words)
        {
            if (EndsWithWord(before, word))
                return true;
        }

        return false;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> before, string word) =>
        before.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (before.Length == word.Length || !IsSpaced(word[0]) || !IsSpaced(before[^(word.Length + 1)]));

    private bool IsWord(int at, string word) =>
        StartsWith(at, word) && (!IsSpaced(word[^1]) || at + word.Length == _note.Length || !IsSpaced(_note[at + word.Length]));

    private bool StartsWith(int at, string word) => at <= _note.Length && _note[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private int SkipBlanks(int at)
    {
        while (at < _note.Length && _note[at] is ' ' or '\u00A0' or '\u202F')
            at++;
        return at;
    }

    /// <summary>A letter of a script that parts words by blanks.</summary>
    private static bool IsSpaced(char character) => char.IsLetter(character) && !Concepts.Scripts.IsBlankless(new System.Text.Rune(character));
}
