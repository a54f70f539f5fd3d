namespace Coppice.Server.Features;

/// <summary>Whose inputs, as of when (microseconds UTC): only what happened before and was known by then counts.</summary>
public readonly record struct ExampleKey(long CustomerId, long AsOf) : IComparable<ExampleKey>
{
    public int CompareTo(ExampleKey other) => CustomerId != other.CustomerId ? CustomerId.CompareTo(other.CustomerId) : AsOf.CompareTo(other.AsOf);

    public static bool operator <(ExampleKey left, ExampleKey right) => left.CompareTo(right) < 0;

    public static bool operator >(ExampleKey left, ExampleKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(ExampleKey left, ExampleKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ExampleKey left, ExampleKey right) => left.CompareTo(right) >= 0;
}
