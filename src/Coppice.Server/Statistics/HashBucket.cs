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
        int most = Encoding.UTF8.GetMaxByteCount(salt.Length + unit.Length + 1);
        Span<byte> key = most <= StackLimit ? stackalloc byte[StackLimit] : new byte[most];
        int length = Encoding.UTF8.GetBytes(salt, key);
        key[length++] = (byte)':';
        length += Encoding.UTF8.GetBytes(unit, key[length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key[..length], hash);
        return (int)Math.BigMul(BinaryPrimitives.ReadUInt64BigEndian(hash), Count, out _);
    }
}
