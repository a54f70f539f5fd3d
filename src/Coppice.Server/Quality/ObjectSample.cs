using System.Buffers;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;

namespace Coppice.Server.Quality;

/// <summary>The first objects of a stream, kept until they can be looked at as the rows of a table.</summary>
internal sealed class ObjectSample
{
    private const int MostObjects = 1_000;
    private const int MostBytes = 1 << 20;

    private readonly ArrayBufferWriter<byte> _lines = new();
    private int _objects;

    public void Take(ReadOnlySpan<byte> json)
    {
        if (_objects >= MostObjects || _lines.WrittenCount + json.Length > MostBytes)
            return;
        _objects++;
        // An object may be spread over lines; within a text there is no line end, so that a blank says the same.
        var line = _lines.GetSpan(json.Length + 1)[..(json.Length + 1)];
        json.CopyTo(line);
        line.Replace((byte)'\r', (byte)' ');
        line.Replace((byte)'\n', (byte)' ');
        line[^1] = (byte)'\n';
        _lines.Advance(line.Length);
    }

    /// <summary>What the objects' members look like; null where there were none.</summary>
    public TableProfile? Read()
    {
        if (_objects == 0)
            return null;
        var opening = TableFile.Open(new MemoryStream(_lines.WrittenSpan.ToArray()), new TableOptions { Format = new TableFormat(TableKind.Ndjson) });
        if (!opening.IsOpen)
            return null;
        using var reader = opening.Reader;
        return TableProfile.Read(reader);
    }
}
