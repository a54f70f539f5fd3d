using System.Buffers;
using System.IO.Pipelines;

namespace Coppice.Server.Serving.Questions;

/// <summary>Waits for the whole body of a request, so that it can be parsed as one piece of memory.</summary>
internal static class BodyReader
{
    /// <summary>The complete body; the caller advances the reader when it is done with it. How long it may be is the server's affair.</summary>
    public static async ValueTask<ReadOnlySequence<byte>> ReadAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (read.IsCompleted)
                return read.Buffer;
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
