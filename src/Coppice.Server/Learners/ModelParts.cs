using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Learners.Additive;

namespace Coppice.Server.Learners;

/// <summary>The members of a version before they were put together: what an update starts from.</summary>
/// <param name="Weights">Each member's share of the vote.</param>
public sealed record ModelParts(VoteWeights Weights)
{
    /// <summary>Null where it does not vote.</summary>
    public AdditiveModel? Additive { get; init; }

    /// <summary>Trees on top of the prior, UBJSON; null where they do not vote.</summary>
    public byte[]? Boosted { get; init; }

    /// <summary>The parts of the random forest, UBJSON, the oldest first; empty where it does not vote.</summary>
    public IReadOnlyList<byte[]> Forest { get; init; } = [];

    /// <summary>Trees that updates have grown for good on top of the vote; UBJSON, null where there are none.</summary>
    public byte[]? Grown { get; init; }

    /// <summary>Whether nobody votes, so that the prior answers.</summary>
    public bool IsEmpty => Additive is null && Boosted is null && Forest.Count == 0;

    private static ReadOnlySpan<byte> Mark => "coppice parts 2\n"u8;

    private static ReadOnlySpan<byte> MarkWithoutForest => "coppice parts 1\n"u8;

    /// <summary>Weights and additive member as JSON, then the trees, each with its length before it; those of the forest to the end.</summary>
    public byte[] Save()
    {
        using var stream = new MemoryStream();
        stream.Write(Mark);
        using var writer = new BinaryWriter(stream);
        foreach (byte[] part in (byte[][])[Json(Weights), Additive is null ? [] : Json(Additive), Boosted ?? [], Grown ?? [], .. Forest])
        {
            writer.Write(part.Length);
            writer.Write(part);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Save"/> wrote, what it wrote before there were forests, or the bare trees of a version older than members.</summary>
    /// <exception cref="InvalidDataException">It is neither.</exception>
    public static ModelParts Load(byte[] bytes)
    {
        if (bytes is [(byte)'{', ..])
            return new ModelParts(new VoteWeights(0, 1, 0)) { Boosted = bytes };
        if (!bytes.AsSpan().StartsWith(Mark) && !bytes.AsSpan().StartsWith(MarkWithoutForest))
            throw new InvalidDataException($"Members of a version were expected, but the {bytes.Length} bytes begin otherwise.");
        using var reader = new BinaryReader(new MemoryStream(bytes, Mark.Length, bytes.Length - Mark.Length));
        var weights = JsonSerializer.Deserialize<VoteWeights>(Next(reader), CoppiceJson.Options)!;
        byte[] additive = Next(reader);
        return new ModelParts(weights)
        {
            Additive = additive.Length == 0 ? null : JsonSerializer.Deserialize<AdditiveModel>(additive, CoppiceJson.Options),
            Boosted = Next(reader) is { Length: > 0 } boosted ? boosted : null,
            Grown = Next(reader) is { Length: > 0 } grown ? grown : null,
            Forest = [.. Rest(reader)],
        };
    }

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, CoppiceJson.Options);

    private static IEnumerable<byte[]> Rest(BinaryReader reader)
    {
        while (reader.BaseStream.Position < reader.BaseStream.Length)
            yield return Next(reader);
    }

    private static byte[] Next(BinaryReader reader)
    {
        int length = reader.ReadInt32();
        byte[] part = reader.ReadBytes(length);
        return part.Length == length ? part : throw new InvalidDataException($"A member of {length} bytes was expected, but {part.Length} are left.");
    }
}
