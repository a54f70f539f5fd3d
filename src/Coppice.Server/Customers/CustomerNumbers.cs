using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Finds or adds customers while a batch is recorded, asking the database once per key.</summary>
public sealed class CustomerNumbers : IDisposable
{
    private readonly Dictionary<string, long> _known = [];
    private readonly BulkCommand _find;
    private readonly BulkCommand _add;

    internal CustomerNumbers(Session session)
    {
        _find = session.Prepare(CustomerStore.FindNumber);
        _add = session.Prepare(CustomerStore.AddNumber);
    }

    /// <summary>Customers that were new.</summary>
    public long Added { get; private set; }

    public long this[string key]
    {
        get
        {
            if (_known.TryGetValue(key, out long id))
                return id;
            if (_find.Scalar(key) is long found)
            {
                id = found;
            }
            else
            {
                id = (long)_add.Scalar(key)!;
                Added++;
            }

            _known.Add(key, id);
            return id;
        }
    }

    public void Dispose()
    {
        _find.Dispose();
        _add.Dispose();
    }
}
