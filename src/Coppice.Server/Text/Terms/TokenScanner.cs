using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Coppice.Server.Text.Terms;

/// <summary>
/// Lower-cases a text and finds its tokens, 64 bytes of UTF-8 at a time: a bit per byte says whether it belongs to a token, and the places where the
/// bit changes are the edges of tokens. Only characters outside ASCII are looked at one by one. Holds the buffers; not for two threads at once.
/// </summary>
internal sealed class TokenScanner
{
    private const int Block = 64;

    private byte[] _text = [];
    private byte[] _rewritten = [];
    private byte[] _encoded = [];
    private int[] _edges = [];
    private int _edgeCount;

    /// <summary>The lower-cased text; at least <see cref="TokenKey.Reach"/> more bytes follow the last token.</summary>
    public byte[] Text => _text;

    /// <summary>Start and end of every token in <see cref="Text"/>, in turn.</summary>
    public ReadOnlySpan<int> Edges => _edges.AsSpan(0, _edgeCount);

    public void Scan(ReadOnlySpan<char> text, TokenCase letters)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_encoded.Length < most)
            _encoded = new byte[Room(most)];
        Scan(_encoded.AsSpan(0, Encoding.UTF8.GetBytes(text, _encoded)), letters);
    }

    public void Scan(ReadOnlySpan<byte> utf8, TokenCase letters)
    {
        if (TryScan(utf8, letters))
            return;
        int most = PythonLower.MostBytes(utf8.Length);
        if (_rewritten.Length < most)
            _rewritten = new byte[Room(most)];
        TryScan(_rewritten.AsSpan(0, PythonLower.Write(utf8, _rewritten)), TokenCase.AsIs);
    }

    /// <summary>False where a character of the text cannot be lower-cased in its place.</summary>
    private bool TryScan(ReadOnlySpan<byte> utf8, TokenCase letters)
    {
        // At least one byte of zeros ends the last token.
        int length = (utf8.Length + Block) / Block * Block;
        if (_text.Length < length + TokenKey.Reach)
        {
            _text = new byte[Room(length + TokenKey.Reach)];
            _edges = new int[_text.Length];
        }

        utf8.CopyTo(_text);
        _text.AsSpan(utf8.Length, length + TokenKey.Reach - utf8.Length).Clear();
        var upperToLower = Vector256.Create(letters == TokenCase.Lower ? (byte)0x20 : (byte)0);
        var spill = default(Spill);
        ulong inside = 0;
        var edges = _edges.AsSpan();
        int count = 0;
        for (int at = 0; at < length; at += Block)
        {
            ulong word = Ascii(at, upperToLower, out ulong others) | spill.Word;
            others &= ~spill.Known;
            spill = default;
            while (others != 0)
            {
                int bit = BitOperations.TrailingZeroCount(others);
                var kind = Look(at + bit, letters, out int bytes);
                if (kind == CharacterKind.Awkward)
                    return false;
                ulong mask = ((1UL << bytes) - 1) << bit;
                others &= ~mask;
                if (kind != CharacterKind.Between)
                    word |= mask;
                if (bit + bytes > Block)
                    spill = Spill.Of(bit + bytes - Block, kind);
            }

            ulong changes = word ^ ((word << 1) | inside);
            inside = word >> (Block - 1);
            while (changes != 0)
            {
                edges[count++] = at + BitOperations.TrailingZeroCount(changes);
                changes &= changes - 1;
            }
        }

        _edgeCount = DropSingleCharacters(edges[..count], _text);
        return true;
    }

    /// <summary>Lower-cases the ASCII letters of a block and says which of its bytes are ASCII of tokens, and which are not ASCII.</summary>
    private ulong Ascii(int at, Vector256<byte> upperToLower, out ulong others)
    {
        var halves = MemoryMarshal.Cast<byte, Vector256<byte>>(_text.AsSpan(at, Block));
        ulong word = Ascii(ref halves[0], upperToLower, out uint low) | ((ulong)Ascii(ref halves[1], upperToLower, out uint high) << 32);
        others = low | ((ulong)high << 32);
        return word;
    }

    private static uint Ascii(ref Vector256<byte> bytes, Vector256<byte> upperToLower, out uint others)
    {
        others = bytes.ExtractMostSignificantBits();
        var upper = Vector256.LessThan(bytes - Vector256.Create((byte)'A'), Vector256.Create((byte)26));
        var letter = Vector256.LessThan((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
        var digit = Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10));
        var underscore = Vector256.Equals(bytes, Vector256.Create((byte)'_'));
        bytes |= upper & upperToLower;
        return (letter | digit | underscore).ExtractMostSignificantBits();
    }

    /// <summary>What a character outside ASCII is; a capital is lower-cased in its place.</summary>
    private CharacterKind Look(int at, TokenCase letters, out int bytes)
    {
        int first = _text[at];
        if (first is >= 0xC2 and < 0xE0 && (_text[at + 1] & 0xC0) == 0x80)
        {
            bytes = 2;
            return Look(at, ((first & 0x1F) << 6) | (_text[at + 1] & 0x3F), letters);
        }

        Rune.DecodeFromUtf8(_text.AsSpan(at, 4), out var rune, out bytes);
        return Look(at, rune.Value, letters);
    }

    private CharacterKind Look(int at, int codePoint, TokenCase letters)
    {
        var kind = CharacterKinds.Of(codePoint);
        if (letters == TokenCase.AsIs)
            return kind == CharacterKind.Between ? kind : CharacterKind.Word;
        if (kind == CharacterKind.Upper)
            Rune.ToLowerInvariant(new Rune(codePoint)).EncodeToUtf8(_text.AsSpan(at));
        return kind;
    }

    /// <summary>Moves the edges of tokens of two or more characters to the front, without a branch, for lengths cannot be predicted.</summary>
    private static int DropSingleCharacters(Span<int> edges, ReadOnlySpan<byte> text)
    {
        int kept = 0;
        for (int i = 0; i + 1 < edges.Length; i += 2)
        {
            int start = edges[i];
            int end = edges[i + 1];
            edges[kept] = start;
            edges[kept + 1] = end;
            kept += (start + CharacterBytes[text[start] >> 4] - end) >>> 31 << 1;
        }

        return kept;
    }

    /// <summary>Bytes of a character by the upper half of its first one.</summary>
    private static ReadOnlySpan<byte> CharacterBytes => [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4];

    private static int Room(int bytes) => (int)Math.Min(Array.MaxLength, Math.Max(1024, 2L * bytes));

    /// <summary>The bytes at the start of the next block that belong to the last character of this one.</summary>
    private readonly record struct Spill(ulong Known, ulong Word)
    {
        public static Spill Of(int bytes, CharacterKind kind)
        {
            ulong mask = (1UL << bytes) - 1;
            return new Spill(mask, kind == CharacterKind.Between ? 0 : mask);
        }
    }
}
