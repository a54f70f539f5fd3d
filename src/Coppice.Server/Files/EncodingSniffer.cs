using System.Text;

namespace Coppice.Server.Files;

/// <summary>Tells text from what is not, and UTF-8 from UTF-16, by the first bytes of a file.</summary>
internal static class EncodingSniffer
{
    private static readonly (byte[] Start, string Sentence)[] KnownBinaries =
    [
        ([0x1F, 0x8B], "this is a gzip archive; unpack it first"),
        ("PK\x03\x04"u8.ToArray(), "this is an Excel workbook or a zip archive; save it as CSV, or unpack it, first"),
        ([0xD0, 0xCF, 0x11, 0xE0], "this is an old Excel workbook; save it as CSV first"),
        ("PAR1"u8.ToArray(), "this is a Parquet file; write it as CSV or NDJSON first"),
        ("%PDF"u8.ToArray(), "this is a PDF; expected CSV, NDJSON or columns of text"),
        ("SQLite format 3"u8.ToArray(), "this is an SQLite database; write the table as CSV first"),
    ];

    /// <summary>One sentence when the sample is not text that can be read, else null.</summary>
    public static string? Sniff(ReadOnlySpan<byte> sample, bool isWhole, out Encoding encoding, out int preamble)
    {
        encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        preamble = 0;
        foreach ((byte[] start, string sentence) in KnownBinaries)
        {
            if (sample.StartsWith(start))
                return sentence;
        }

        if (sample.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            preamble = 3;
        }
        else if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            encoding = sample[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            preamble = 2;
            return null;
        }

        int nul = sample.IndexOf((byte)0);
        if (nul >= 0)
            return $"expected text, found a NUL byte at offset {nul:N0}: this is a binary file, or UTF-16 without its mark";
        return FindInvalid(sample[preamble..], isWhole) is { } invalid
            ? $"expected UTF-8 text, found byte {sample[preamble + invalid]:X2} at offset {preamble + invalid:N0} "
                + $"(line {1 + sample[..(preamble + invalid)].Count((byte)'\n'):N0}): save the file as UTF-8"
            : null;
    }

    private static int? FindInvalid(ReadOnlySpan<byte> sample, bool isWhole)
    {
        int position = 0;
        while (position < sample.Length)
        {
            if (Rune.DecodeFromUtf8(sample[position..], out _, out int consumed) is var status && status is not System.Buffers.OperationStatus.Done)
                return status is System.Buffers.OperationStatus.NeedMoreData && !isWhole ? null : position;
            position += consumed;
        }

        return null;
    }
}
