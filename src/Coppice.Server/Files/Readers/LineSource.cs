namespace Coppice.Server.Files.Readers;

/// <summary>Takes lines from a window, keeps their number, and gets past lines over the limit without holding them.</summary>
internal sealed class LineSource(TextWindow window, int maxLength) : IDisposable
{
    private const int ShownOfLongLine = 1000;

    private readonly char[] _shown = new char[ShownOfLongLine];
    private int _shownLength;
    private int _length;
    private int _consumed;
    private int _firstConsumed;
    private long _lines;

    /// <summary>The number of the line that was taken last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether the line was longer than the limit; <see cref="Line"/> then shows its beginning.</summary>
    public bool IsOverLimit { get; private set; }

    public long Position => window.Position;

    public bool HasDamage => window.HasDamage;

    public int MaxLength => maxLength;

    /// <summary>The line without its end.</summary>
    public ReadOnlySpan<char> Line => IsOverLimit ? _shown.AsSpan(0, _shownLength) : window.Unread[.._length];

    /// <summary>The line, and what follows it as far as it is in memory.</summary>
    public ReadOnlySpan<char> LineAndBeyond => window.Unread;

    /// <summary>Brings more of what follows into memory; false at the end of the file.</summary>
    public bool ReadBeyond() => window.Fill();

    /// <summary>Goes to the next line; false at the end of the file.</summary>
    public bool Take()
    {
        window.Advance(_consumed);
        Number = _lines + 1;
        IsOverLimit = false;
        int searched = 0;
        while (true)
        {
            ReadOnlySpan<char> unread = window.Unread;
            int end = unread[searched..].IndexOf('\n');
            searched = end >= 0 ? searched + end : unread.Length;
            if (searched > maxLength)
                return PassOver();
            if (end >= 0)
                return Accept(searched, searched + 1);
            if (!window.Fill())
                return Accept(window.Unread.Length, window.Unread.Length) && _consumed > 0;
        }
    }

    /// <summary>Makes the row <paramref name="length"/> characters of <see cref="LineAndBeyond"/>, several lines in all.</summary>
    public void Extend(int length, int consumed)
    {
        _lines += window.Unread[_consumed..consumed].Count('\n');
        _length = WithoutReturn(length);
        _consumed = consumed;
    }

    /// <summary>Undoes <see cref="Extend"/>; whether there was anything to undo.</summary>
    public bool KeepFirstLine()
    {
        if (_consumed == _firstConsumed)
            return false;
        _lines = Number;
        _length = WithoutReturn(_firstConsumed - 1);
        _consumed = _firstConsumed;
        return true;
    }

    public void Dispose() => window.Dispose();

    private bool Accept(int length, int consumed)
    {
        _lines++;
        _length = WithoutReturn(length);
        _consumed = consumed;
        _firstConsumed = consumed;
        return true;
    }

    private int WithoutReturn(int length) => length > 0 && window.Unread[length - 1] == '\r' ? length - 1 : length;

    private bool PassOver()
    {
        IsOverLimit = true;
        _lines++;
        _consumed = 0;
        _firstConsumed = 0;
        _shownLength = Math.Min(window.Unread.Length, ShownOfLongLine);
        window.Unread[.._shownLength].CopyTo(_shown);
        while (true)
        {
            int end = window.Unread.IndexOf('\n');
            window.Advance(end >= 0 ? end + 1 : window.Unread.Length);
            if (end >= 0 || !window.Fill())
                return true;
        }
    }
}
