using System.IO.Compression;
using System.Runtime.InteropServices;
using Coppice.Forests;

namespace Coppice.Server.Models;

/// <summary>
/// Rows on which XGBoost's own margins were taken when a version was made. Whoever loads the version later scores them again and must
/// get the same bits, on any machine and without the library.
/// </summary>
public sealed record GoldenRows(float[] Values, float[] Margins)
{
    public byte[] Save()
    {
        using var memory = new MemoryStream();
        using (var zip = new BrotliStream(memory, CompressionLevel.Fastest))
        {
            zip.Write(BitConverter.GetBytes(Margins.Length));
            zip.Write(BitConverter.GetBytes(Values.Length));
            zip.Write(MemoryMarshal.AsBytes<float>(Margins));
            zip.Write(MemoryMarshal.AsBytes<float>(Values));
        }

        return memory.ToArray();
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are something else.</exception>
    public static GoldenRows Load(byte[] bytes)
    {
        try
        {
            using var zip = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
            Span<byte> counts = stackalloc byte[8];
            zip.ReadExactly(counts);
            var golden = new GoldenRows(new float[BitConverter.ToInt32(counts[4..])], new float[BitConverter.ToInt32(counts)]);
            zip.ReadExactly(MemoryMarshal.AsBytes(golden.Margins.AsSpan()));
            zip.ReadExactly(MemoryMarshal.AsBytes(golden.Values.AsSpan()));
            return golden;
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidOperationException or OverflowException)
        {
            throw new InvalidDataException("The golden rows of a version cannot be read.", e);
        }
    }

    /// <summary>Where a scorer first gives other bits than the library did, in words; null where it nowhere does.</summary>
    public string? Difference(ForestScorer scorer)
    {
        float[] ours = new float[Margins.Length];
        if (Values.Length != (long)ours.Length * scorer.Forest.FeatureCount)
            return $"the golden rows hold {Values.Length} values, where {ours.Length} rows of {scorer.Forest.FeatureCount} features were expected";
        scorer.Margins(Values, ours);
        for (int i = 0; i < ours.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(ours[i]) != BitConverter.SingleToInt32Bits(Margins[i]))
                return $"scoring golden row {i} gave {ours[i]:R} where XGBoost gives {Margins[i]:R}";
        }

        return null;
    }
}
