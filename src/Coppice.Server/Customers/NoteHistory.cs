namespace Coppice.Server.Customers;

/// <summary>
/// Notes without their texts: customers ascending, within a customer in the order of event time, then of recording.
/// Customer <c>CustomerIds[c]</c> has the notes <c>Starts[c] … Starts[c + 1] - 1</c>.
/// </summary>
public sealed class NoteHistory
{
    private NoteHistory(StoredNote[] notes)
    {
        Notes = notes;
        var customers = new List<long>();
        var starts = new List<int>();
        for (int i = 0; i < notes.Length; i++)
        {
            if (i > 0 && notes[i].CustomerId == notes[i - 1].CustomerId)
                continue;
            customers.Add(notes[i].CustomerId);
            starts.Add(i);
        }

        starts.Add(notes.Length);
        CustomerIds = [.. customers];
        Starts = [.. starts];
    }

    internal static NoteHistory Nothing { get; } = new([]);

    public StoredNote[] Notes { get; }

    public long[] CustomerIds { get; }

    public int[] Starts { get; }

    /// <summary>A customer's notes, oldest first.</summary>
    public ReadOnlySpan<StoredNote> Of(long customerId) =>
        Array.BinarySearch(CustomerIds, customerId) is >= 0 and var place ? Notes.AsSpan(Starts[place], Starts[place + 1] - Starts[place]) : [];

    /// <summary>These notes and others that were recorded later, which are put in order.</summary>
    internal NoteHistory With(List<StoredNote> later)
    {
        later.Sort();
        var notes = new StoredNote[Notes.Length + later.Count];
        int old = 0;
        for (int i = 0; i < later.Count; i++)
        {
            int from = old;
            while (old < Notes.Length && Notes[old].CompareTo(later[i]) < 0)
                old++;
            Array.Copy(Notes, from, notes, from + i, old - from);
            notes[old + i] = later[i];
        }

        Array.Copy(Notes, old, notes, old + later.Count, Notes.Length - old);
        return new NoteHistory(notes);
    }
}

/// <summary>What is known of a note besides its text.</summary>
public readonly record struct StoredNote(long Id, long CustomerId, long EventTime, long KnownTime, string? Language) : IComparable<StoredNote>
{
    public int CompareTo(StoredNote other)
    {
        int order = CustomerId.CompareTo(other.CustomerId);
        if (order == 0)
            order = EventTime.CompareTo(other.EventTime);
        return order == 0 ? Id.CompareTo(other.Id) : order;
    }

    public static bool operator <(StoredNote left, StoredNote right) => left.CompareTo(right) < 0;

    public static bool operator >(StoredNote left, StoredNote right) => left.CompareTo(right) > 0;

    public static bool operator <=(StoredNote left, StoredNote right) => left.CompareTo(right) <= 0;

    public static bool operator >=(StoredNote left, StoredNote right) => left.CompareTo(right) >= 0;
}
