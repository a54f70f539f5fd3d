namespace Coppice.Server.Simulation;

/// <summary>What is on its way, by the day on which it arrives.</summary>
internal sealed class Deliveries
{
    private readonly Dictionary<DateOnly, List<ShopEvent>> _events = [];
    private readonly Dictionary<DateOnly, List<ShopNote>> _notes = [];
    private List<ShopProfile> _profiles = [];

    public void Add(ShopEvent shopEvent) => Add(_events, shopEvent.KnownTime, shopEvent);

    public void Add(ShopProfile profile) => _profiles.Add(profile);

    public void Add(ShopNote note) => Add(_notes, note.KnownTime, note);

    /// <summary>Hands over what arrives on <paramref name="date"/>; ties in time go by id, so the order never depends on how it was made.</summary>
    public ShopDay Take(DateOnly date)
    {
        List<ShopEvent> events = _events.Remove(date, out var arriving) ? arriving : [];
        List<ShopNote> notes = _notes.Remove(date, out var typed) ? typed : [];
        events.Sort((a, b) => Order(a.KnownTime, a.Id, b.KnownTime, b.Id));
        _profiles.Sort((a, b) => Order(a.Since, a.Customer, b.Since, b.Customer));
        notes.Sort((a, b) => Order(a.KnownTime, a.Id, b.KnownTime, b.Id));

        var day = new ShopDay(date, _profiles, events, notes);
        _profiles = [];
        return day;
    }

    private static void Add<T>(Dictionary<DateOnly, List<T>> days, DateTimeOffset knownTime, T fact)
    {
        DateOnly day = DateOnly.FromDateTime(knownTime.UtcDateTime);
        if (!days.TryGetValue(day, out List<T>? facts))
            days[day] = facts = [];
        facts.Add(fact);
    }

    private static int Order(DateTimeOffset time, string id, DateTimeOffset otherTime, string otherId)
    {
        int byTime = time.CompareTo(otherTime);
        return byTime != 0 ? byTime : string.CompareOrdinal(id, otherId);
    }
}
