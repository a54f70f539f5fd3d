namespace Coppice.Server.Customers;

/// <summary>
/// Events in columns: customers ascending, within a customer in the order of event time, then of recording.
/// Customer <c>CustomerIds[c]</c> has the rows <c>Starts[c] … Starts[c + 1] - 1</c>.
/// </summary>
public sealed class EventHistory
{
    internal static EventHistory Nothing { get; } = new()
    {
        TypeNames = [],
        CustomerIds = [],
        Starts = [0],
        EventTimes = [],
        KnownTimes = [],
        Types = [],
        Values = [],
        Quantities = [],
        Sessions = [],
        Products = [],
    };

    public required string[] TypeNames { get; init; }

    public required long[] CustomerIds { get; init; }

    public required int[] Starts { get; init; }

    public required long[] EventTimes { get; init; }

    public required long[] KnownTimes { get; init; }

    public required int[] Types { get; init; }

    /// <summary>NaN where an event has no value.</summary>
    public required float[] Values { get; init; }

    /// <summary>NaN where an event has no quantity.</summary>
    public required float[] Quantities { get; init; }

    /// <summary>A digest of the session's name; 0 where there is none.</summary>
    public required long[] Sessions { get; init; }

    /// <summary>A digest of the product's name; 0 where there is none.</summary>
    public required long[] Products { get; init; }

    /// <summary>The customer's place, or a negative number where they have no event.</summary>
    public int Find(long customerId) => Array.BinarySearch(CustomerIds, customerId);
}
