using System.Runtime.InteropServices;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Finds or adds customers while a batch is recorded, asking the database once per key.</summary>
public sealed class CustomerNumbers
{
    private readonly Dictionary<string, long> _known = [];
    private readonly List<string> _unknown = [];
    private readonly Session _session;

    internal CustomerNumbers(Session session) => _session = session;

    /// <summary>Customers that were new.</summary>
    public long Added { get; private set; }

    public long this[string key]
    {
        get
        {
            if (!_known.ContainsKey(key))
                Learn([key]);
            return _known[key];
        }
    }

    /// <summary>Asks for many keys at once, which over a network is one question instead of many.</summary>
    public void Learn(IEnumerable<string> keys)
    {
        foreach (string key in keys)
        {
            if (_known.TryAdd(key, 0))
                _unknown.Add(key);
        }

        long[] numbers = new long[_unknown.Count];
        Added += _session.Number(CustomerStore.KeyTable, CollectionsMarshal.AsSpan(_unknown), numbers);
        for (int i = 0; i < numbers.Length; i++)
            _known[_unknown[i]] = numbers[i];
        _unknown.Clear();
    }
}
