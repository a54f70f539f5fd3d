using System.Numerics;

namespace Coppice.Server.Text.Terms;

/// <summary>Tokens and their numbers. Open addressing; a token is compared in full, so that no two share a number.</summary>
internal sealed class TokenTable
{
    public const int Missing = -1;

    private Slot[] _slots;
    private byte[] _bytes = new byte[4096];
    private int _byteCount;
    private int _count;

    public TokenTable(int expected) => _slots = new Slot[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * expected))];

    /// <summary>The number of a token, or <see cref="Missing"/>.</summary>
    public int Find(byte[] text, int start, int length)
    {
        var key = TokenKey.Of(text, start, length);
        return _slots[Probe(key, text.AsSpan(start, length))].Number - 1;
    }

    /// <summary>The number of a token; <paramref name="next"/> is given to a new one and raised.</summary>
    public int FindOrAdd(byte[] text, int start, int length, ref int next)
    {
        var key = TokenKey.Of(text, start, length);
        int place = Probe(key, text.AsSpan(start, length));
        int number = _slots[place].Number;
        return number > 0 ? number - 1 : Add(place, key, text.AsSpan(start, length), next++);
    }

    /// <summary>Bytes of every token with its number.</summary>
    public IEnumerable<(int Number, ReadOnlyMemory<byte> Bytes)> All() =>
        _slots.Where(s => s.Number > 0).Select(s => (s.Number - 1, (ReadOnlyMemory<byte>)_bytes.AsMemory(s.Start, s.Key.Length)));

    private int Probe(TokenKey key, ReadOnlySpan<byte> token)
    {
        var slots = _slots;
        int mask = slots.Length - 1;
        int place = (int)key.Hash() & mask;
        while (true)
        {
            ref var slot = ref slots[place];
            if (slot.Number == 0 || (slot.Key == key && (!key.IsHashed || _bytes.AsSpan(slot.Start, key.Length).SequenceEqual(token))))
                return place;
            place = (place + 1) & mask;
        }
    }

    private int Add(int place, TokenKey key, ReadOnlySpan<byte> token, int number)
    {
        if (_byteCount + token.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_byteCount + token.Length, 2 * _bytes.Length));
        token.CopyTo(_bytes.AsSpan(_byteCount));
        _slots[place] = new Slot(key, _byteCount, number + 1);
        _byteCount += token.Length;
        if (++_count > _slots.Length / 2)
            Grow();
        return number;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[2 * old.Length];
        int mask = _slots.Length - 1;
        foreach (var slot in old)
        {
            if (slot.Number == 0)
                continue;
            int place = (int)slot.Key.Hash() & mask;
            while (_slots[place].Number != 0)
                place = (place + 1) & mask;
            _slots[place] = slot;
        }
    }

    /// <summary>A number is kept plus one, so that 0 is an empty slot.</summary>
    private readonly record struct Slot(TokenKey Key, int Start, int Number);
}
