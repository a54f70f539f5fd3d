using System.Runtime.CompilerServices;

namespace Coppice.Server.Text.Terms;

/// <summary>
/// A token in two words: its first eight bytes and its next eight, zero after its end. Of a token longer than 16 bytes the second word is a hash of all
/// the rest. Tokens hold no zeros, so equal keys are equal tokens unless they are hashed.
/// </summary>
internal readonly struct TokenKey(ulong first, ulong rest)
{
    /// <summary>Bytes behind a token that are read with it and masked away.</summary>
    public const int Reach = 16;

    private const int Word = sizeof(ulong);

    // UTF-8 has no byte 255, so no plain key looks like a hashed one.
    private const ulong HashedMark = 0xFFUL << 56;

    // Odd constants of SplitMix64 and Murmur3.
    private const ulong Mixer = 0x9E3779B97F4A7C15UL;
    private const ulong OtherMixer = 0xFF51AFD7ED558CCDUL;

    public ulong First { get; } = first;

    public ulong Rest { get; } = rest;

    /// <summary>Whether equal keys leave a doubt.</summary>
    public bool IsHashed => Rest >= HashedMark;

    /// <summary>At n + 8 the mask of the first n bytes of a word, with none below 0 and all from 8 on: lengths of tokens cannot be predicted, so no branches.</summary>
    private static ReadOnlySpan<ulong> Masks =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0,
        0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF,
        ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue,
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TokenKey Of(byte[] text, int start, int length)
    {
        ref byte at = ref text.AsSpan(start, length + Reach)[0];
        ulong first = Unsafe.ReadUnaligned<ulong>(ref at);
        return length <= 2 * Word
            ? new TokenKey(first & Masks[length + Word], Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref at, Word)) & Masks[length])
            : new TokenKey(first, HashRest(ref Unsafe.Add(ref at, Word), length - Word) | HashedMark);
    }

    public bool Is(TokenKey other) => First == other.First && Rest == other.Rest;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Hash() => (int)Mix(First ^ Mixer, Rest ^ OtherMixer);

    private static ulong HashRest(ref byte at, int length)
    {
        ulong hash = OtherMixer;
        for (; length > Word; length -= Word)
        {
            hash = Mix(hash ^ Unsafe.ReadUnaligned<ulong>(ref at), Mixer);
            at = ref Unsafe.Add(ref at, Word);
        }

        return Mix(hash ^ (Unsafe.ReadUnaligned<ulong>(ref at) & Masks[length + Word]), Mixer);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }
}
