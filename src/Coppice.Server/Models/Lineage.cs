namespace Coppice.Server.Models;

/// <summary>
/// The label numbers a version and its ancestors have learnt from, for the check that no version is judged on a row it has seen.
/// Sorted, stored as differences of seven bits a byte.
/// </summary>
public sealed class Lineage
{
    private readonly long[] _ids;

    private Lineage(long[] sorted)
    {
        _ids = sorted;
    }

    public static Lineage Empty { get; } = new([]);

    public int Count => _ids.Length;

    public static Lineage Of(IEnumerable<long> ids) => new([.. ids.Distinct().Order()]);

    public Lineage With(IEnumerable<long> ids) => Of(_ids.Concat(ids));

    public bool Contains(long id) => Array.BinarySearch(_ids, id) >= 0;

    public int CountOverlap(IEnumerable<long> ids) => ids.Count(Contains);

    public byte[] Save()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        long previous = 0;
        foreach (long id in _ids)
        {
            writer.Write7BitEncodedInt64(id - previous);
            previous = id;
        }

        writer.Flush();
        return bytes.ToArray();
    }

    public static Lineage Load(byte[] saved)
    {
        var ids = new List<long>();
        using var bytes = new MemoryStream(saved);
        using var reader = new BinaryReader(bytes);
        long id = 0;
        while (bytes.Position < bytes.Length)
        {
            id += reader.Read7BitEncodedInt64();
            ids.Add(id);
        }

        return new Lineage([.. ids]);
    }
}
