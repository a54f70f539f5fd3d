namespace Coppice.Server.Customers.Ingest;

/// <summary>Lines of a stream, in one buffer: however long the stream, memory is bounded by the longest line.</summary>
internal sealed class LineBuffer(Stream stream)
{
    public const int LongestLine = 1 << 20;

    private byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _searched;
    private int _end;
    private bool _passing;

    /// <summary>The number of the line given last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether the line given last is only the beginning of one that is longer than a line may be.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Gives the next whole line without its end; false where more has to be read first.</summary>
    public bool TryTake(out ReadOnlySpan<byte> line)
    {
        line = default;
        while (true)
        {
            int found = _buffer.AsSpan(_searched, _end - _searched).IndexOf((byte)'\n');
            if (found < 0)
            {
                _searched = _end;
                return _end - _start > LongestLine && Cut(out line);
            }

            var whole = _buffer.AsSpan(_start, _searched + found - _start);
            _start = _searched = _searched + found + 1;
            if (_passing)
            {
                _passing = false;
                continue;
            }

            line = whole;
            IsCut = line.Length > LongestLine;
            Number++;
            return true;
        }
    }

    /// <summary>Gives what stands behind the last line end; false where nothing does.</summary>
    public bool TryTakeRest(out ReadOnlySpan<byte> line)
    {
        line = _buffer.AsSpan(_start, _end - _start);
        _start = _searched = _end;
        IsCut = false;
        if (_passing || line.IsEmpty)
            return false;
        Number++;
        return true;
    }

    /// <summary>Reads on; false at the end.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _searched -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        int read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        return read > 0;
    }

    private bool Cut(out ReadOnlySpan<byte> line)
    {
        line = _buffer.AsSpan(_start, _end - _start);
        _start = _searched = _end;
        if (_passing)
            return false;
        _passing = true;
        IsCut = true;
        Number++;
        return true;
    }
}
