using System.Numerics;
using System.Runtime.CompilerServices;

namespace Coppice.Server.Text.Terms;

/// <summary>Tokens and their numbers. Open addressing; a token is compared in full, so that no two share a number.</summary>
internal sealed class TokenTable
{
    public const int Missing = -1;

    private PooledArray<Slot> _slots;
    private PooledArray<Token> _tokens;
    private PooledArray<byte> _bytes;
    private int _byteCount;
    private int _mask;
    private int _count;

    public TokenTable(int expected)
    {
        _mask = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * expected)) - 1;
        _slots = new PooledArray<Slot>(_mask + 1);
        _tokens = new PooledArray<Token>(expected);
        _bytes = new PooledArray<byte>(8 * expected);
    }

    /// <summary>The number of a token, or <see cref="Missing"/>.</summary>
    public int Find(byte[] text, int start, int length)
    {
        var key = TokenKey.Of(text, start, length);
        return Probe(key, text.AsSpan(start, length)).Number - 1;
    }

    /// <summary>The number of a token; <paramref name="next"/> is given to a new one and raised.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindOrAdd(byte[] text, int start, int length, ref int next)
    {
        var key = TokenKey.Of(text, start, length);
        // Nearly every token is known, short, and where it belongs.
        ref readonly var first = ref _slots.Items[key.Hash() & _mask];
        return first.Key.Is(key) && first.Number > 0 && !key.IsHashed ? first.Number - 1 : FindOrAdd(key, text, start, length, ref next);
    }

    private int FindOrAdd(TokenKey key, byte[] text, int start, int length, ref int next)
    {
        ref var slot = ref Probe(key, text.AsSpan(start, length));
        if (slot.Number > 0)
            return slot.Number - 1;
        slot = new Slot(key, Keep(text.AsSpan(start, length)), next + 1);
        _tokens.Reserve(_count + 1);
        _tokens.Items[_count++] = new Token(next, slot.Start, key.First);
        if (_count > _mask / 2)
            Grow();
        return next++;
    }

    /// <summary>Every token in the order met.</summary>
    public ReadOnlySpan<Token> All => _tokens.Items.AsSpan(0, _count);

    public ReadOnlySpan<byte> Bytes(Token token) => Bytes(token.Start);

    /// <summary>Gives the memory back to the pool: for a table whose end is known.</summary>
    public void Return()
    {
        _slots.Return();
        _tokens.Return();
        _bytes.Return();
    }

    private ReadOnlySpan<byte> Bytes(int start)
    {
        var bytes = _bytes.Items.AsSpan(start);
        return bytes[..bytes.IndexOf((byte)0)];
    }

    private bool IsAt(int start, ReadOnlySpan<byte> token)
    {
        var bytes = _bytes.Items.AsSpan(start);
        return bytes.Length > token.Length && bytes.StartsWith(token) && bytes[token.Length] == 0;
    }

    /// <summary>The slot of a token, or the empty one where it belongs.</summary>
    private ref Slot Probe(TokenKey key, ReadOnlySpan<byte> token)
    {
        var slots = _slots.Items;
        int place = key.Hash() & _mask;
        while (true)
        {
            ref var slot = ref slots[place];
            if (slot.Number == 0 || (slot.Key.Is(key) && (!key.IsHashed || IsAt(slot.Start, token))))
                return ref slot;
            place = (place + 1) & _mask;
        }
    }

    /// <summary>Copies a token; the zero behind it ends it.</summary>
    private int Keep(ReadOnlySpan<byte> token)
    {
        int start = _byteCount;
        _byteCount += token.Length + 1;
        _bytes.Reserve(_byteCount);
        token.CopyTo(_bytes.Items.AsSpan(start));
        return start;
    }

    private void Grow()
    {
        var old = _slots;
        int end = _mask;
        _mask = (4 * (_mask + 1)) - 1;
        _slots = new PooledArray<Slot>(_mask + 1);
        for (int i = 0; i <= end; i++)
        {
            var slot = old.Items[i];
            if (slot.Number == 0)
                continue;
            int place = slot.Key.Hash() & _mask;
            while (_slots.Items[place].Number != 0)
                place = (place + 1) & _mask;
            _slots.Items[place] = slot;
        }

        old.Return();
    }

    /// <summary>A token with its number, where its bytes are, and the first eight of them.</summary>
    internal readonly record struct Token(int Number, int Start, ulong First);

    /// <summary>A number is kept plus one, so that 0 is an empty slot.</summary>
    private readonly struct Slot(TokenKey key, int start, int number)
    {
        public readonly TokenKey Key = key;
        public readonly int Start = start;
        public readonly int Number = number;
    }
}
