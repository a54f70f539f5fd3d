using System.Runtime.CompilerServices;

namespace Coppice.Server.Customers;

/// <summary>A number for each 64-bit fingerprint, in 12 bytes a slot: what has been seen of a file, within bounded memory.</summary>
internal sealed class FingerprintTable
{
    /// <summary>Beyond this many nothing more is taken in: 200 MB.</summary>
    internal const int Most = 12_000_000;

    private ulong[] _keys = new ulong[16];
    private uint[] _numbers = new uint[16];
    private int _count;

    /// <summary>The number of a fingerprint, 0 where it is new; null reference where it is new and there is no room.</summary>
    public ref uint Of(ulong fingerprint)
    {
        if (fingerprint == 0)
            fingerprint = 1;
        int slot = SlotOf(fingerprint);
        if (_keys[slot] == fingerprint)
            return ref _numbers[slot];
        if (_count == Most)
            return ref Unsafe.NullRef<uint>();
        if (_count >= _keys.Length / 4 * 3)
        {
            Grow();
            slot = SlotOf(fingerprint);
        }

        _keys[slot] = fingerprint;
        _count++;
        return ref _numbers[slot];
    }

    public void Clear()
    {
        if (_count == 0)
            return;
        Array.Clear(_keys);
        Array.Clear(_numbers);
        _count = 0;
    }

    // Fingerprints are digests: their low bits are as good as any.
    private int SlotOf(ulong fingerprint)
    {
        int mask = _keys.Length - 1;
        int slot = (int)fingerprint & mask;
        while (_keys[slot] != 0 && _keys[slot] != fingerprint)
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var (keys, numbers) = (_keys, _numbers);
        _keys = new ulong[keys.Length * 2];
        _numbers = new uint[keys.Length * 2];
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0)
                continue;
            int slot = SlotOf(keys[i]);
            _keys[slot] = keys[i];
            _numbers[slot] = numbers[i];
        }
    }
}
