using System.Runtime.InteropServices;
using System.Text;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>
/// The numbers of UTF-8 keys, asked of the database once per key and batch of keys, and kept from one transaction to the next.
/// Once a transaction was undone it has to be cleared: some of its numbers went with it.
/// </summary>
internal sealed class KeyNumbers(KeyTable table)
{
    /// <summary>Keys that are kept; a stream of more begins anew.</summary>
    private const int Most = 1 << 20;

    private readonly List<string> _unknown = [];
    private readonly List<int> _unknownPlaces = [];
    private Entry[] _entries = new Entry[64];
    private int[] _slots = NewSlots(128);
    private byte[] _text = new byte[1024];
    private int _length;
    private int _count;

    /// <summary>The place of a key; its number can be asked for after <see cref="Resolve"/>.</summary>
    public int PlaceOf(ReadOnlySpan<byte> key)
    {
        var hash = default(HashCode);
        hash.AddBytes(key);
        int code = hash.ToHashCode();
        int mask = _slots.Length - 1;
        int slot = code & mask;
        for (; _slots[slot] >= 0; slot = (slot + 1) & mask)
        {
            ref var entry = ref _entries[_slots[slot]];
            if (entry.Code == code && key.SequenceEqual(_text.AsSpan(entry.Start, entry.Length)))
                return _slots[slot];
        }

        return Add(key, code, slot);
    }

    /// <summary>Asks for the numbers of all places given since; keys that are unknown are added. Gives how many were.</summary>
    public int Resolve(Session session)
    {
        if (_unknown.Count == 0)
            return 0;
        long[] numbers = new long[_unknown.Count];
        int added = session.Number(table, CollectionsMarshal.AsSpan(_unknown), numbers);
        for (int i = 0; i < numbers.Length; i++)
            _entries[_unknownPlaces[i]].Number = numbers[i];
        _unknown.Clear();
        _unknownPlaces.Clear();
        return added;
    }

    public long this[int place] => _entries[place].Number;

    /// <summary>Between batches: forgets everything where there is too much of it.</summary>
    public void Trim()
    {
        if (_count >= Most)
            Clear();
    }

    public void Clear()
    {
        _count = 0;
        _length = 0;
        _unknown.Clear();
        _unknownPlaces.Clear();
        _slots.AsSpan().Fill(-1);
    }

    private int Add(ReadOnlySpan<byte> key, int code, int slot)
    {
        if (_count == _entries.Length)
            Array.Resize(ref _entries, _count * 2);
        if (_length + key.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + key.Length));
        key.CopyTo(_text.AsSpan(_length));
        _entries[_count] = new Entry(code, _length, key.Length);
        _length += key.Length;
        _slots[slot] = _count;
        _unknown.Add(Encoding.UTF8.GetString(key));
        _unknownPlaces.Add(_count);
        if (++_count > _slots.Length / 2)
            Spread();
        return _count - 1;
    }

    private void Spread()
    {
        _slots = NewSlots(_slots.Length * 2);
        int mask = _slots.Length - 1;
        for (int i = 0; i < _count; i++)
        {
            int slot = _entries[i].Code & mask;
            while (_slots[slot] >= 0)
                slot = (slot + 1) & mask;
            _slots[slot] = i;
        }
    }

    private static int[] NewSlots(int length)
    {
        int[] slots = new int[length];
        slots.AsSpan().Fill(-1);
        return slots;
    }

    private record struct Entry(int Code, int Start, int Length)
    {
        public long Number { get; set; }
    }
}
