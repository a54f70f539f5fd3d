using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Coppice.Server.Files;

namespace Coppice.Server.Customers;

/// <summary>Events packed for writing: texts as UTF-8 in one buffer that is used again, so that a million rows make no garbage.</summary>
public sealed class EventBatch
{
    private const int DigestHead = 3 * sizeof(long);

    private byte[] _text = new byte[4096];
    private int _length;
    private int _committed;
    private EventRow[] _rows = new EventRow[16];
    private byte[] _content = new byte[256];

    public int Count { get; private set; }

    /// <summary>Memory in use, roughly.</summary>
    public int Bytes => _length + (Count * 128);

    public ReadOnlySpan<EventRow> Rows => _rows.AsSpan(0, Count);

    public ReadOnlySpan<byte> Text(TextSlice slice) => _text.AsSpan(slice.Start, slice.Length);

    public void Clear()
    {
        Count = 0;
        _length = 0;
        _committed = 0;
    }

    /// <summary>The row that was begun last.</summary>
    public ref readonly EventRow Begun => ref _rows[Count];

    /// <summary>A row to fill; what was begun before and not added is forgotten.</summary>
    public ref EventRow Begin()
    {
        if (Count == _rows.Length)
            Array.Resize(ref _rows, Count * 2);
        _length = _committed;
        ref var row = ref _rows[Count];
        row = default;
        row.Value = double.NaN;
        row.Quantity = double.NaN;
        return ref row;
    }

    /// <summary>Gives the begun row its identity: its id, or its content and place among equal ones; false where no more of those can be told apart.</summary>
    public bool TryIdentify(Identity identity)
    {
        ref var row = ref _rows[Count];
        Span<byte> key = stackalloc byte[Identity.Length];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        if (row.Id.Length > 0)
        {
            SHA256.HashData(Content("event\u001f"u8, Text(row.Id)), digest);
            digest[..Identity.Length].CopyTo(key);
        }
        else
        {
            SHA256.HashData(Content(), digest);
            if (!identity.TryPlace(digest, key))
                return false;
        }

        row.Identity = MemoryMarshal.Read<UInt128>(key);
        return true;
    }

    /// <summary>Adds the row that was begun.</summary>
    public void Add()
    {
        Count++;
        _committed = _length;
    }

    /// <summary>Adds an event.</summary>
    /// <exception cref="ImportException">More without an id than can be told apart.</exception>
    public void Add(CustomerEvent e, Identity identity)
    {
        ref var row = ref Begin();
        row.Customer = Append(e.Customer);
        row.Type = Append(e.Type);
        row.EventTime = e.EventTime;
        row.KnownTime = e.KnownTime;
        row.Value = e.Value ?? double.NaN;
        row.Quantity = e.Quantity ?? double.NaN;
        row.Session = Append(e.Session);
        row.Product = Append(e.Product);
        row.Properties = Append(e.Properties);
        row.Id = Append(e.Id);
        if (!TryIdentify(identity))
            throw new ImportException($"More than {FingerprintTable.Most:N0} events without an id cannot be told apart.");
        Add();
    }

    public TextSlice Append(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_text.AsSpan(_length));
        return Take(utf8.Length);
    }

    public TextSlice Append(ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        return Take(Encoding.UTF8.GetBytes(text, _text.AsSpan(_length)));
    }

    /// <summary>Takes the string the reader stands on.</summary>
    /// <exception cref="InvalidOperationException">It holds half of a surrogate pair, or is no UTF-8.</exception>
    public TextSlice Append(ref Utf8JsonReader json)
    {
        Reserve(json.ValueSpan.Length);
        return Take(json.CopyString(_text.AsSpan(_length)));
    }

    private TextSlice Take(int length)
    {
        var slice = new TextSlice(_length, length);
        _length += length;
        return slice;
    }

    private void Reserve(int more)
    {
        if (_length + more > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + more));
    }

    private ReadOnlySpan<byte> Content(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> id)
    {
        var content = Scratch(kind.Length + id.Length);
        kind.CopyTo(content);
        id.CopyTo(content[kind.Length..]);
        return content;
    }

    // Numbers as they are and texts with their lengths before them: no two contents have the same bytes.
    private ReadOnlySpan<byte> Content()
    {
        ref var row = ref _rows[Count];
        ReadOnlySpan<TextSlice> texts = [row.Customer, row.Type, row.Session, row.Product, row.Properties];
        int length = DigestHead;
        foreach (var text in texts)
            length += sizeof(int) + text.Length;
        var content = Scratch(length);
        BinaryPrimitives.WriteInt64LittleEndian(content, row.EventTime);
        BinaryPrimitives.WriteDoubleLittleEndian(content[8..], row.Value);
        BinaryPrimitives.WriteDoubleLittleEndian(content[16..], row.Quantity);
        int at = DigestHead;
        foreach (var text in texts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(content[at..], text.Length);
            Text(text).CopyTo(content[(at + sizeof(int))..]);
            at += sizeof(int) + text.Length;
        }

        return content;
    }

    private Span<byte> Scratch(int length)
    {
        if (length > _content.Length)
            _content = new byte[length * 2];
        return _content.AsSpan(0, length);
    }
}
