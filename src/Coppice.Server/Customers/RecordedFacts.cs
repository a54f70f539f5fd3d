namespace Coppice.Server.Customers;

/// <summary>What recording a batch came to.</summary>
public sealed class RecordedFacts
{
    private List<(long Line, string Reason)>? _refused;

    /// <summary>Rows the database had reason to refuse.</summary>
    public IReadOnlyList<(long Line, string Reason)> Refused => _refused ?? [];

    public long Added { get; private set; }

    public long AlreadyKnown { get; private set; }

    public long NewCustomers { get; set; }

    public long? First { get; private set; }

    public long? Last { get; private set; }

    public double? ValueSum { get; private set; }

    public void Count(int added, long time, double? value)
    {
        if (added == 0)
        {
            AlreadyKnown++;
            return;
        }

        Added++;
        First = First is { } first ? Math.Min(first, time) : time;
        Last = Last is { } last ? Math.Max(last, time) : time;
        if (value is { } amount)
            ValueSum = (ValueSum ?? 0) + amount;
    }

    /// <summary>Adds what another batch came to.</summary>
    public void Add(RecordedFacts other)
    {
        Added += other.Added;
        AlreadyKnown += other.AlreadyKnown;
        NewCustomers += other.NewCustomers;
        First = other.First < First ? other.First : First ?? other.First;
        Last = other.Last > Last ? other.Last : Last ?? other.Last;
        if (other.ValueSum is { } sum)
            ValueSum = (ValueSum ?? 0) + sum;
        if (other._refused is { } refused)
            (_refused ??= []).AddRange(refused);
    }

    /// <summary>Sets a row aside that only the database could tell was no good.</summary>
    public void Refuse(long line, string reason) => (_refused ??= []).Add((line, reason));
}
