using System.Text;

namespace Coppice.Server.Files.Readers;

/// <summary>A stretch of the file, decoded: grows while a row is incomplete, and forgets what was read.</summary>
internal sealed class TextWindow : IDisposable
{
    private const int ChunkBytes = 64 * 1024;

    private readonly Stream _rest;
    private readonly Decoder _decoder;
    private readonly byte[] _bytes = new byte[ChunkBytes];
    private ReadOnlyMemory<byte> _head;
    private char[] _buffer = new char[ChunkBytes * 4];
    private bool _isFlushed;
    private long _forgotten;

    public TextWindow(ReadOnlyMemory<byte> head, Stream rest, Encoding encoding)
    {
        _head = head;
        _rest = rest;
        _decoder = encoding.GetDecoder();
    }

    public char[] Buffer => _buffer;

    /// <summary>Where the unread text begins.</summary>
    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>Whether a NUL or a character that could not be decoded has been met; rows are examined one by one from then on.</summary>
    public bool HasDamage { get; private set; }

    public long Position => _forgotten + Start;

    public ReadOnlySpan<char> Unread => _buffer.AsSpan(Start, End - Start);

    public void Advance(int count) => Start += count;

    /// <summary>Reads on; offsets from <see cref="Start"/> stay what they were. False at the end of the file.</summary>
    public bool Fill()
    {
        if (_isFlushed)
            return false;
        MakeRoom();

        ReadOnlySpan<byte> bytes = _head.Span;
        if (bytes.IsEmpty)
            bytes = _bytes.AsSpan(0, _rest.Read(_bytes));
        else if (bytes.Length > ChunkBytes)
            bytes = bytes[..ChunkBytes];

        _isFlushed = bytes.IsEmpty;
        int count = _decoder.GetChars(bytes, _buffer.AsSpan(End), flush: _isFlushed);
        if (!_head.IsEmpty)
            _head = _head[bytes.Length..];
        HasDamage |= _buffer.AsSpan(End, count).ContainsAny('\0', '\uFFFD');
        End += count;
        return count > 0 || !_isFlushed;
    }

    public void Dispose() => _rest.Dispose();

    private void MakeRoom()
    {
        // A chunk never decodes to more characters than it has bytes, plus what the decoder kept back.
        const int Needed = ChunkBytes + 16;
        if (_buffer.Length - End >= Needed)
            return;

        int unread = End - Start;
        char[] target = unread + Needed <= _buffer.Length / 2 ? _buffer : new char[Math.Max(_buffer.Length, (unread + Needed) * 2)];
        _buffer.AsSpan(Start, unread).CopyTo(target);
        _buffer = target;
        _forgotten += Start;
        Start = 0;
        End = unread;
    }
}
