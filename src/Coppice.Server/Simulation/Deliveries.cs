namespace Coppice.Server.Simulation;

/// <summary>What is on its way, by the day on which it arrives.</summary>
internal sealed class Deliveries
{
    private readonly Dictionary<DateOnly, List<ShopEvent>> _events = [];
    private List<ShopProfile> _profiles = [];
    private List<ShopNote> _notes = [];

    public void Add(ShopEvent shopEvent)
    {
        DateOnly day = DateOnly.FromDateTime(shopEvent.KnownTime.UtcDateTime);
        if (!_events.TryGetValue(day, out List<ShopEvent>? events))
            _events[day] = events = [];
        events.Add(shopEvent);
    }

    public void Add(ShopProfile profile) => _profiles.Add(profile);

    public void Add(ShopNote note) => _notes.Add(note);

    /// <summary>Hands over what arrives on <paramref name="date"/>; ties in time go by id, so the order never depends on how it was made.</summary>
    public ShopDay Take(DateOnly date)
    {
        _events.Remove(date, out List<ShopEvent>? events);
        events ??= [];
        events.Sort((a, b) => Order(a.KnownTime, a.Id, b.KnownTime, b.Id));
        _profiles.Sort((a, b) => Order(a.Since, a.Customer, b.Since, b.Customer));
        _notes.Sort((a, b) => Order(a.Time, a.Id, b.Time, b.Id));

        var day = new ShopDay(date, _profiles, events, _notes);
        _profiles = [];
        _notes = [];
        return day;
    }

    private static int Order(DateTimeOffset time, string id, DateTimeOffset otherTime, string otherId)
    {
        int byTime = time.CompareTo(otherTime);
        return byTime != 0 ? byTime : string.CompareOrdinal(id, otherId);
    }
}
