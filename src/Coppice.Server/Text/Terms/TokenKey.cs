using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Coppice.Server.Text.Terms;

/// <summary>
/// A token in three words: its first eight bytes, its next eight (a hash of all the rest where it is longer than 16 bytes) and its length.
/// Up to 16 bytes equal keys are equal tokens.
/// </summary>
internal readonly record struct TokenKey(ulong First, ulong Rest, int Length)
{
    /// <summary>Bytes behind a token that are read with it and masked away.</summary>
    public const int Reach = 16;

    private const int Word = sizeof(ulong);

    // Odd constants of SplitMix64 and Murmur3.
    private const ulong Mixer = 0x9E3779B97F4A7C15UL;
    private const ulong OtherMixer = 0xFF51AFD7ED558CCDUL;

    /// <summary>Whether equal keys leave a doubt.</summary>
    public bool IsHashed => Length > 2 * Word;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TokenKey Of(byte[] text, int start, int length)
    {
        ref byte at = ref text.AsSpan(start, length + Reach)[0];
        ulong first = Unsafe.ReadUnaligned<ulong>(ref at);
        if (length <= Word)
            return new TokenKey(first & Mask(length), 0, length);
        if (length <= 2 * Word)
            return new TokenKey(first, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref at, Word)) & Mask(length - Word), length);
        return new TokenKey(first, HashRest(text.AsSpan(start + Word, length - Word)), length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Hash() => Mix(First ^ Mixer, Rest ^ OtherMixer ^ ((ulong)Length << 56));

    private static ulong HashRest(ReadOnlySpan<byte> bytes)
    {
        ulong hash = OtherMixer;
        for (; bytes.Length >= Word; bytes = bytes[Word..])
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(bytes), Mixer);
        foreach (byte b in bytes)
            hash = Mix(hash ^ b, Mixer);
        return hash;
    }

    private static ulong Mask(int bytes) => ulong.MaxValue >> (64 - (8 * bytes));

    private static ulong Mix(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }
}
