using System.Text.Json;
using Coppice.Server.Files;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Rows of one transaction as a list of records.</summary>
public abstract class RecordChunk<T> : IngestChunk
    where T : class
{
    private readonly List<T> _rows = [];
    private int _bytes;

    public override int Count => _rows.Count;

    public override int Bytes => _bytes;

    protected IReadOnlyList<T> Rows => _rows;

    public override void Take(ImportRow row)
    {
        if (row.Fault is null && Read(row) is { } read && row.Fault is null)
            Add(read);
    }

    public override string? Take(ref Utf8JsonReader json, ReadOnlySpan<byte> source, long line)
    {
        var fields = new JsonFields(json, source, Names);
        var read = Read(ref fields, line);
        json = fields.Reader;
        if (fields.Fault is null)
            Add(read!);
        return fields.Fault;
    }

    public override void Clear()
    {
        _rows.Clear();
        _bytes = 0;
    }

    protected abstract MemberNames Names { get; }

    /// <summary>Memory a row holds beyond itself, roughly.</summary>
    protected abstract int BytesOf(T row);

    /// <summary>Makes a row; whatever it gives, a fault in the row sets it aside.</summary>
    protected abstract T? Read(ImportRow row);

    /// <summary>Makes a row; whatever it gives, a fault in the fields sets it aside.</summary>
    protected abstract T? Read(ref JsonFields fields, long line);

    private void Add(T row)
    {
        _rows.Add(row);
        _bytes += BytesOf(row) + 128;
    }
}
