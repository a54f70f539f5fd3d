using System.Text;
using Coppice.Server.Files.Readers;

namespace Coppice.Server.Files;

/// <summary>Opens what people send: delimited text, columns separated by blanks, NDJSON.</summary>
public static class TableFile
{
    private const int SampleBytes = 64 * 1024;

    public static TableOpening Open(string path, TableOptions? options = null)
    {
        if (!File.Exists(path))
            return TableOpening.Refused($"{path} is not there");
        return Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan), options);
    }

    /// <summary>Reads forward only and synchronously, so a request body is to be spooled to disk first. The reader owns the stream.</summary>
    public static TableOpening Open(Stream stream, TableOptions? options = null)
    {
        options ??= new TableOptions();
        byte[] sample = new byte[SampleBytes];
        int length = stream.ReadAtLeast(sample, SampleBytes, throwOnEndOfStream: false);
        TableOpening opening = Open(sample.AsMemory(0, length), stream, options);
        if (!opening.IsOpen)
            stream.Dispose();
        return opening;
    }

    private static TableOpening Open(ReadOnlyMemory<byte> sample, Stream rest, TableOptions options)
    {
        bool isWhole = sample.Length < SampleBytes;
        if (EncodingSniffer.Sniff(sample.Span, isWhole, out Encoding encoding, out int preamble) is { } problem)
            return TableOpening.Refused(problem);

        string text = encoding.GetString(sample.Span[preamble..]);
        TableFormat? format = options.Format;
        if (format is null && FormatSniffer.Sniff(text, isWhole, out format) is { } unclear)
            return TableOpening.Refused(unclear);

        if (options.Header is not HeaderLine.Detect)
            format = format! with { Header = options.Header };
        var window = new TextWindow(sample[preamble..], rest, encoding);
        ITableReader reader = format!.Kind switch
        {
            TableKind.Ndjson => new NdjsonReader(window, options),
            TableKind.Whitespace => new WhitespaceReader(window, options),
            _ => new DelimitedReader(window, format.Delimiter, options),
        };
        string? headerProblem = reader is SplitReader split ? split.ReadHeader(format.Header) : null;
        if (headerProblem is null)
            return new TableOpening(reader, format, null);

        reader.Dispose();
        return TableOpening.Refused(headerProblem);
    }
}
