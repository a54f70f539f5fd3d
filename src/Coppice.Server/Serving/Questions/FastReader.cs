using Coppice.Server.Features;
using Coppice.Server.Predictions;

namespace Coppice.Server.Serving.Questions;

/// <summary>
/// Reads the questions that nearly all callers send: plain names in their usual order, plain numbers, words without escapes.
/// Whatever else it meets it gives up on, and <see cref="StrictReader"/> reads the question from its start: it never refuses, and
/// what it reads is what the strict reader would have read.
/// </summary>
internal static class FastReader
{
    /// <summary>A name may be left out; after this many others the order is taken for another one.</summary>
    private const int MostSkipped = 64;

    private const int LongestWord = 128;

    public static bool TryRead(ReadOnlySpan<byte> body, ChampionSnapshot champion, long asOf, PredictionEntry entry, Span<float> row)
    {
        int at = 0;
        var seen = Members.None;
        if (!Take(body, ref at, (byte)'{'))
            return false;
        while (true)
        {
            Members member;
            Space(body, ref at);
            var rest = body[at..];
            if (rest.StartsWith("\"customer\""u8))
                member = Members.Customer;
            else if (rest.StartsWith("\"features\""u8))
                member = Members.Features;
            else if (rest.StartsWith("\"prediction_id\""u8))
                member = Members.PredictionId;
            else
                return false;
            at += member == Members.PredictionId ? 15 : 10;
            if ((seen & member) != Members.None || !Take(body, ref at, (byte)':') || !TryReadMember(body, ref at, member, champion, asOf, entry, row))
                return false;
            seen |= member;
            Space(body, ref at);
            if (at >= body.Length)
                return false;
            byte next = body[at++];
            if (next == '}')
                break;
            if (next != ',')
                return false;
        }

        Space(body, ref at);
        return at == body.Length && (seen & Members.Customer) != Members.None;
    }

    private static bool TryReadMember(ReadOnlySpan<byte> body, ref int at, Members member, ChampionSnapshot champion, long asOf, PredictionEntry entry, Span<float> row)
    {
        Space(body, ref at);
        if (member == Members.Features)
        {
            int start = at;
            if (!TryReadFeatures(body, ref at, champion, asOf, row))
                return false;
            entry.SetInputs(body[start..at]);
            return true;
        }

        if (!TryReadWord(body, ref at, out var word) || word.IsEmpty)
            return false;
        if (member == Members.Customer)
        {
            if (word.Length > QuestionLimits.LongestKey)
                return false;
            entry.SetCustomer(word);
        }
        else
        {
            if (word.Length > QuestionLimits.LongestId)
                return false;
            entry.SetPredictionId(word);
        }

        return true;
    }

    private static bool TryReadFeatures(ReadOnlySpan<byte> body, ref int at, ChampionSnapshot champion, long asOf, Span<float> row)
    {
        if (!Take(body, ref at, (byte)'{'))
            return false;
        Space(body, ref at);
        if (at < body.Length && body[at] == '}')
        {
            at++;
            return true;
        }

        var keys = champion.Keys;
        byte[][] names = keys.QuotedNames;
        for (int next = 0; ; next++)
        {
            var rest = body[at..];
            int last = Math.Min(names.Length, next + MostSkipped);
            while (next < last && !rest.StartsWith(names[next]))
                next++;
            if (next >= last)
                return false;
            at += names[next].Length;
            if (!Take(body, ref at, (byte)':'))
                return false;
            Space(body, ref at);
            if (!TryReadValue(body, ref at, champion.Rows, keys.Places[next], asOf, row))
                return false;
            Space(body, ref at);
            if (at >= body.Length)
                return false;
            byte end = body[at++];
            if (end == '}')
                return true;
            if (end != ',')
                return false;
            Space(body, ref at);
        }
    }

    private static bool TryReadValue(ReadOnlySpan<byte> body, ref int at, RowEncoder rows, int place, long asOf, Span<float> row)
    {
        if (PlainNumber.TryRead(body, ref at, out float number))
        {
            if (place >= 0)
                rows.Encode(place, InputValue.Of(number), asOf, row);
            return true;
        }

        var rest = body[at..];
        if (rest.StartsWith("null"u8))
        {
            at += 4;
            return true;
        }

        bool isTrue = rest.StartsWith("true"u8);
        if (isTrue || rest.StartsWith("false"u8))
        {
            at += isTrue ? 4 : 5;
            if (place >= 0)
                rows.Encode(place, InputValue.Of(isTrue ? 1f : 0f), asOf, row);
            return true;
        }

        if (!TryReadWord(body, ref at, out var word) || word.Length > LongestWord)
            return false;
        if (place >= 0)
        {
            Span<char> text = stackalloc char[LongestWord];
            System.Text.Encoding.ASCII.GetChars(word, text);
            rows.Encode(place, InputValue.Of(text[..word.Length]), asOf, row);
        }

        return true;
    }

    // Printable ASCII without a backslash: what it says is what it means.
    private static bool TryReadWord(ReadOnlySpan<byte> body, ref int at, out ReadOnlySpan<byte> word)
    {
        word = default;
        if (at >= body.Length || body[at] != '"')
            return false;
        int length = body[(at + 1)..].IndexOf((byte)'"');
        if (length < 0)
            return false;
        word = body.Slice(at + 1, length);
        at += length + 2;
        return word.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7e) < 0 && !word.Contains((byte)'\\');
    }

    private static bool Take(ReadOnlySpan<byte> body, ref int at, byte expected)
    {
        Space(body, ref at);
        if (at >= body.Length || body[at] != expected)
            return false;
        at++;
        return true;
    }

    private static void Space(ReadOnlySpan<byte> body, ref int at)
    {
        while (at < body.Length && body[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
    }

    [Flags]
    private enum Members
    {
        None = 0,
        Customer = 1,
        Features = 2,
        PredictionId = 4,
    }
}
