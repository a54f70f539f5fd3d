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
            return TryReadFeatures(body, ref at, champion, asOf, entry, row);

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

    private static bool TryReadFeatures(ReadOnlySpan<byte> body, ref int at, ChampionSnapshot champion, long asOf, PredictionEntry entry, Span<float> row)
    {
        if (!Take(body, ref at, (byte)'{'))
            return false;
        Space(body, ref at);
        if (at < body.Length && body[at] == '}')
        {
            at++;
            entry.SetInputs("{}"u8);
            return true;
        }

        var keys = champion.Keys;
        byte[][] names = keys.QuotedNames;
        // A value is shorter than it is with its name, and one that was left out takes three bytes.
        var values = new ValueList(entry.Room(body.Length - at + (3 * names.Length) + 2));
        for (int next = 0; ; next++)
        {
            var rest = body[at..];
            int last = Math.Min(names.Length, next + MostSkipped);
            for (; next < last && !rest.StartsWith(names[next]); next++)
                values.Add(InputShape.LeftOut);
            if (next >= last)
                return false;
            at += names[next].Length;
            if (!Take(body, ref at, (byte)':'))
                return false;
            Space(body, ref at);
            int start = at;
            if (!TryReadValue(body, ref at, champion.Rows, keys.Places[next], asOf, row))
                return false;
            values.Add(body[start..at]);
            Space(body, ref at);
            if (at >= body.Length)
                return false;
            byte end = body[at++];
            if (end == '}')
            {
                entry.SetInputs(keys.Shape, values.End());
                return true;
            }

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

    /// <summary>A JSON list that grows in memory which is known to be enough.</summary>
    private ref struct ValueList(Span<byte> memory)
    {
        private readonly Span<byte> _memory = memory;
        private int _length;

        public void Add(ReadOnlySpan<byte> value)
        {
            _memory[_length] = _length == 0 ? (byte)'[' : (byte)',';
            _length++;
            value.CopyTo(_memory[_length..]);
            _length += value.Length;
        }

        /// <summary>Closes the list and gives its length.</summary>
        public int End()
        {
            _memory[_length++] = (byte)']';
            return _length;
        }
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
