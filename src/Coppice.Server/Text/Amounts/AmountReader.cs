using System.Globalization;
using System.Runtime.CompilerServices;

namespace Coppice.Server.Text.Amounts;

/// <summary>
/// Finds sums of money in notes of twelve languages: "3-4K", "15 000 €", "um die 20K", "£2,500", "2万円". A number counts when it comes with a
/// currency, with a word such as thousand, or after a word such as budget; ages, years and sizes do not.
/// </summary>
public static class AmountReader
{
    // A bare number after "budget" below this is a count of something.
    private const double LeastBare = 100;

    /// <summary>Adds the amounts of a note to a list, in the order of the note.</summary>
    public static void Find(ReadOnlySpan<char> note, List<Amount> amounts)
    {
        if (HasOtherDigits(note))
            note = string.Create(note.Length, note, static (plain, text) => WriteAsciiDigits(text, plain));
        int earliest = 0;
        for (int i = 0; i < note.Length; i++)
        {
            int digit = note[i..].IndexOfAnyInRange('0', '9');
            if (digit < 0)
                return;
            i += digit;
            var cursor = new AmountCursor(note, earliest);
            if (Read(ref cursor, i) is { } amount)
            {
                amounts.Add(amount);
                earliest = amount.End;
                i = amount.End - 1;
            }
            else
            {
                while (i + 1 < note.Length && char.IsAsciiDigit(note[i + 1]))
                    i++;
            }
        }
    }

    private static Amount? Read(ref AmountCursor cursor, int digit)
    {
        if (cursor.ReadTerm(digit) is not { } first)
            return null;
        var last = first;
        double low = first.Value;
        double high = low;
        string? currency = first.Currency;
        if (cursor.AfterRange(first) is { } second && cursor.ReadTerm(second) is { } other)
        {
            // In "3-4K" the thousands are of both, in "500-2K" they are not.
            double shared = first.Times == 1 && other.Times > 1 && first.Number < other.Number ? first.Number * other.Times : first.Value;
            bool isOfOneKind = currency is null || other.Currency is null || currency == other.Currency;
            if (shared < other.Value && isOfOneKind)
            {
                (low, high) = (shared, other.Value);
                last = other;
                currency ??= other.Currency;
            }
        }

        bool isMoney = currency is not null || last.IsThousands || first.IsThousands;
        if (!isMoney && ((low < LeastBare && last.Times == 1) || !cursor.IsAfterBudget(first.Start)))
            return null;
        var bound = cursor.BoundAround(first.Start, last.End, out int end);
        if (low == high)
            (low, high) = bound switch { AmountBound.Most => (0, high), AmountBound.Least => (low, double.PositiveInfinity), _ => (low, high) };
        return new Amount(low, high, currency, first.Start, end);
    }

    // Looks at every character, also when a process has just begun.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool HasOtherDigits(ReadOnlySpan<char> note)
    {
        foreach (char character in note)
        {
            if (character > '\u007F' && char.IsDigit(character))
                return true;
        }

        return false;
    }

    /// <summary>Full-width and Arabic digits as ASCII, each in its place.</summary>
    private static void WriteAsciiDigits(ReadOnlySpan<char> text, Span<char> plain)
    {
        for (int i = 0; i < text.Length; i++)
            plain[i] = CharUnicodeInfo.GetDecimalDigitValue(text[i]) is >= 0 and var digit ? (char)('0' + digit) : text[i];
    }
}
