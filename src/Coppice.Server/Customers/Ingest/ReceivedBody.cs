using System.Buffers;

namespace Coppice.Server.Customers.Ingest;

/// <summary>A JSON body in memory, in one piece: the server's own where it came in one.</summary>
internal static class ReceivedBody
{
    /// <summary>A larger list is for NDJSON.</summary>
    public const int Most = 16 << 20;

    /// <summary>Reads the body to its end and hands it to <paramref name="use"/>, which must not keep it.</summary>
    /// <exception cref="IngestException">It is larger than <see cref="Most"/>.</exception>
    public static async ValueTask<T> ReadAsync<T>(HttpRequest request, Func<ReadOnlyMemory<byte>, ValueTask<T>> use, CancellationToken cancellationToken)
    {
        RequireFit(request.ContentLength ?? 0);
        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var body = result.Buffer;
            RequireFit(body.Length);
            if (!result.IsCompleted)
            {
                reader.AdvanceTo(body.Start, body.End);
                continue;
            }

            try
            {
                return body.IsSingleSegment ? await use(body.First) : await CopyAsync(body, use);
            }
            finally
            {
                reader.AdvanceTo(body.End);
            }
        }
    }

    private static async ValueTask<T> CopyAsync<T>(ReadOnlySequence<byte> body, Func<ReadOnlyMemory<byte>, ValueTask<T>> use)
    {
        byte[] copy = ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            body.CopyTo(copy);
            return await use(copy.AsMemory(0, (int)body.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    private static void RequireFit(long length)
    {
        if (length > Most)
            throw new IngestException($"A JSON body holds at most {Most >> 20} MiB; send a larger list as application/x-ndjson, one object per line, of any length.");
    }
}
