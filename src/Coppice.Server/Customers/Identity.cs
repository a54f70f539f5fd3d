using System.Security.Cryptography;
using System.Text;

namespace Coppice.Server.Customers;

/// <summary>
/// What makes a second sending of the same fact harmless: the sender's id, or a digest of the content and of its place among
/// equal ones in the same batch, since two identical purchases on one day are two purchases.
/// </summary>
public sealed class Identity
{
    private readonly Dictionary<UInt128, int> _seen = [];
    private byte[] _buffer = new byte[256];

    public static byte[] OfId(string kind, string id) => SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\u001f{id}"))[..16];

    public byte[] OfContent(params ReadOnlySpan<string?> parts)
    {
        int length = 0;
        foreach (string? part in parts)
        {
            int needed = length + (part is null ? 0 : Encoding.UTF8.GetMaxByteCount(part.Length)) + 16;
            if (needed > _buffer.Length)
                Array.Resize(ref _buffer, needed * 2);
            if (part is not null)
                length += Encoding.UTF8.GetBytes(part, _buffer.AsSpan(length));
            _buffer[length++] = 0x1f;
        }

        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(_buffer.AsSpan(0, length), digest);
        var content = System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(digest);
        ref int count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_seen, content, out _);
        if (++count == 1)
            return digest[..16].ToArray();

        BitConverter.TryWriteBytes(digest[16..], count);
        return SHA256.HashData(digest)[..16];
    }
}
