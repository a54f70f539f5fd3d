using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Coppice.Server.Files;

namespace Coppice.Server.Customers;

/// <summary>
/// What makes a second sending of the same fact harmless: the sender's id, or a digest of the content and of its place among
/// equal ones in the same sending, since two identical purchases on one day are two purchases.
/// </summary>
public sealed class Identity
{
    /// <summary>Bytes of an identity: 128 bits of SHA-256.</summary>
    public const int Length = 16;

    private readonly FingerprintTable _seen = new();
    private byte[] _buffer = new byte[256];

    public static byte[] OfId(string kind, string id) => SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\u001f{id}"))[..Length];

    /// <summary>Begins anew: what comes next was sent by itself.</summary>
    public void Clear() => _seen.Clear();

    /// <summary>The identity of a digest's content, at its place among equal ones; false where no more places can be kept apart.</summary>
    public bool TryPlace(ReadOnlySpan<byte> digest, Span<byte> identity)
    {
        ref uint count = ref _seen.Of(BinaryPrimitives.ReadUInt64LittleEndian(digest));
        if (Unsafe.IsNullRef(ref count))
            return false;
        if (++count == 1)
        {
            digest[..Length].CopyTo(identity);
            return true;
        }

        Span<byte> placed = stackalloc byte[SHA256.HashSizeInBytes + sizeof(uint)];
        digest.CopyTo(placed);
        BinaryPrimitives.WriteUInt32LittleEndian(placed[SHA256.HashSizeInBytes..], count);
        Span<byte> second = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(placed, second);
        second[..Length].CopyTo(identity);
        return true;
    }

    /// <summary>The identity of a content in parts.</summary>
    /// <exception cref="ImportException">More different contents than can be kept apart.</exception>
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

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_buffer.AsSpan(0, length), digest);
        byte[] identity = new byte[Length];
        return TryPlace(digest, identity)
            ? identity
            : throw new ImportException($"More than {FingerprintTable.Most:N0} rows without an id cannot be told apart; split the file.");
    }
}
