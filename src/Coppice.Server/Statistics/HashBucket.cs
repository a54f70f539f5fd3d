using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Coppice.Server.Statistics;

/// <summary>A sticky, evenly spread bucket for a unit: the same salt and unit give the same bucket in every language and release (methods 6.3).</summary>
public static class HashBucket
{
    public const int Count = 10_000;

    private const int StackLimit = 512;

    /// <summary>0..9999, from the first eight bytes of SHA-256 of "salt:unit".</summary>
    public static int Of(string salt, string unit)
    {
        ArgumentNullException.ThrowIfNull(salt);
        ArgumentNullException.ThrowIfNull(unit);
        int most = Encoding.UTF8.GetMaxByteCount(unit.Length);
        Span<byte> bytes = most <= StackLimit ? stackalloc byte[StackLimit] : new byte[most];
        return Of(Encoding.UTF8.GetBytes(salt), bytes[..Encoding.UTF8.GetBytes(unit, bytes)]);
    }

    /// <summary>The same of words in UTF-8.</summary>
    public static int Of(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> unit)
    {
        int length = salt.Length + 1 + unit.Length;
        Span<byte> key = length <= StackLimit ? stackalloc byte[StackLimit] : new byte[length];
        salt.CopyTo(key);
        key[salt.Length] = (byte)':';
        unit.CopyTo(key[(salt.Length + 1)..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key[..length], hash);
        return (int)Math.BigMul(BinaryPrimitives.ReadUInt64BigEndian(hash), Count, out _);
    }
}
