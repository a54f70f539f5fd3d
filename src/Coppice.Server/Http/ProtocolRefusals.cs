using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Coppice.Server.Http;

/// <summary>
/// Kestrel refuses what is no HTTP, or is over its limits, with an empty answer and closes the connection. Such answers get
/// the problem document here that every other refusal has. Everything else passes untouched, at the price of one comparison a write.
/// </summary>
internal sealed class ProtocolRefusals(PipeWriter output) : PipeWriter
{
    private Memory<byte> _memory;

    public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

    public override long UnflushedBytes => output.UnflushedBytes;

    public static ConnectionDelegate Wrap(ConnectionDelegate next) => connection =>
    {
        connection.Transport = new Transport(connection.Transport.Input, new ProtocolRefusals(connection.Transport.Output));
        return next(connection);
    };

    public override Memory<byte> GetMemory(int sizeHint = 0) => _memory = output.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        var written = _memory.Span;
        output.Advance(bytes <= written.Length && IsRefusal(written[..bytes]) ? Fill(written, bytes) : bytes);
        _memory = default;
    }

    public override void CancelPendingFlush() => output.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => output.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => output.CompleteAsync(exception);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => output.FlushAsync(cancellationToken);

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) => output.WriteAsync(source, cancellationToken);

    // Our own refusals always have a body, so an empty one that closes the connection is Kestrel's.
    private static bool IsRefusal(ReadOnlySpan<byte> head) =>
        head.Length > 12 && head[9] is (byte)'4' or (byte)'5' && head.StartsWith("HTTP/1.1 "u8) && head.EndsWith("\r\n\r\n"u8)
        && head.IndexOf(EmptyBody) >= 0 && head.IndexOf("\r\nConnection: close\r\n"u8) >= 0;

    private static ReadOnlySpan<byte> EmptyBody => "\r\nContent-Length: 0\r\n"u8;

    private static int Fill(Span<byte> memory, int length)
    {
        var head = memory[..length];
        byte[]? document = ProblemMapper.OfProtocol(head.Slice(9, 3));
        if (document is null)
            return length;
        int at = head.IndexOf(EmptyBody);
        byte[] headers = [.. head[..at], .. "\r\nContent-Type: application/problem+json\r\nContent-Length: "u8, .. System.Text.Encoding.ASCII.GetBytes($"{document.Length}\r\n"), .. head[(at + EmptyBody.Length)..]];
        if (headers.Length + document.Length > memory.Length)
            return length;
        headers.CopyTo(memory);
        document.CopyTo(memory[headers.Length..]);
        return headers.Length + document.Length;
    }

    private sealed record Transport(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
