namespace Coppice.Server.Customers;

/// <summary>The numbers of customers and types that a sending of events has met.</summary>
public sealed class EventNumbers
{
    internal KeyNumbers Customers { get; } = new(CustomerStore.KeyTable);

    internal KeyNumbers Types { get; } = new(EventStore.TypeTable);

    /// <summary>Forgets what an undone transaction may have taken back.</summary>
    public void Clear()
    {
        Customers.Clear();
        Types.Clear();
    }
}
