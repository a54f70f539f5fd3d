using System.Numerics;

namespace Coppice.Server.Text.Terms;

/// <summary>
/// Terms of several tokens, each known by the number of the term without its last token and the number of that token. Numbers are exact, so no bytes
/// of a longer term are ever hashed or compared.
/// </summary>
internal sealed class PairTable
{
    public const int Missing = -1;

    private PooledArray<Slot> _slots;
    private int _mask;
    private int _count;

    public PairTable(int expected)
    {
        _mask = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 3 * expected)) - 1;
        _slots = new PooledArray<Slot>(_mask + 1);
    }

    /// <summary>The number of a pair, or <see cref="Missing"/>.</summary>
    public int Find(int term, int token) => Probe(Key(term, token)).Number - 1;

    /// <summary>The number of a pair; <paramref name="next"/> is given to a new one and raised.</summary>
    public int FindOrAdd(int term, int token, ref int next)
    {
        ulong key = Key(term, token);
        ref var slot = ref Probe(key);
        if (slot.Number > 0)
            return slot.Number - 1;
        slot = new Slot(key, next + 1);
        if (++_count > _mask / 3)
            Grow();
        return next++;
    }

    /// <summary>Gives the memory back to the pool: for a table whose end is known.</summary>
    public void Return() => _slots.Return();

    private static ulong Key(int term, int token) => ((ulong)(uint)term << 32) | (uint)token;

    /// <summary>The slot of a pair, or the empty one where it belongs.</summary>
    private ref Slot Probe(ulong key)
    {
        var slots = _slots.Items;
        ulong high = Math.BigMul(key, 0x9E3779B97F4A7C15UL, out ulong low);
        int place = (int)(high ^ (low >> 32)) & _mask;
        while (slots[place].Number != 0 && slots[place].Key != key)
            place = (place + 1) & _mask;
        return ref slots[place];
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
            if (slot.Number != 0)
                Probe(slot.Key) = slot;
        }

        old.Return();
    }

    /// <summary>A number is kept plus one, so that 0 is an empty slot.</summary>
    private readonly struct Slot(ulong key, int number)
    {
        public readonly ulong Key = key;
        public readonly int Number = number;
    }
}
