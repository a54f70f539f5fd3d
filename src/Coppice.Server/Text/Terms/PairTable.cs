using System.Numerics;

namespace Coppice.Server.Text.Terms;

/// <summary>
/// Terms of several tokens, each known by the number of the term without its last token and the number of that token. Numbers are exact, so no bytes
/// of a longer term are ever hashed or compared.
/// </summary>
internal sealed class PairTable
{
    public const int Missing = -1;

    private Slot[] _slots;
    private int _count;

    public PairTable(int expected) => _slots = new Slot[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * expected))];

    /// <summary>The number of a pair, or <see cref="Missing"/>.</summary>
    public int Find(int term, int token) => _slots[Probe(_slots, Key(term, token))].Number - 1;

    /// <summary>The number of a pair; <paramref name="next"/> is given to a new one and raised.</summary>
    public int FindOrAdd(int term, int token, ref int next)
    {
        ulong key = Key(term, token);
        ref var slot = ref _slots[Probe(_slots, key)];
        if (slot.Number > 0)
            return slot.Number - 1;
        int number = next++;
        slot = new Slot(key, number + 1);
        if (++_count > _slots.Length / 2)
            Grow();
        return number;
    }

    private static ulong Key(int term, int token) => ((ulong)(uint)term << 32) | (uint)token;

    private static int Probe(Slot[] slots, ulong key)
    {
        int mask = slots.Length - 1;
        ulong high = Math.BigMul(key, 0x9E3779B97F4A7C15UL, out ulong low);
        int place = (int)(high ^ low ^ (low >> 32)) & mask;
        while (slots[place].Number != 0 && slots[place].Key != key)
            place = (place + 1) & mask;
        return place;
    }

    private void Grow()
    {
        var slots = new Slot[2 * _slots.Length];
        foreach (var slot in _slots)
        {
            if (slot.Number != 0)
                slots[Probe(slots, slot.Key)] = slot;
        }

        _slots = slots;
    }

    /// <summary>A number is kept plus one, so that 0 is an empty slot.</summary>
    private readonly record struct Slot(ulong Key, int Number);
}
