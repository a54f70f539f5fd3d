using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Storage;

namespace Coppice.Server.Simulation;

/// <summary>Records what the shop sends, in the order of its arrival.</summary>
public sealed class ShopFeed(Database database, EventStore events, ProfileStore profiles, NoteStore notes, CustomerStore customers)
{
    public long Events { get; private set; }

    public long Customers { get; private set; }

    public bool HasEvents() => database.Read(events.Count) > 0;

    /// <summary>A batch of days as one transaction.</summary>
    public void Record(IReadOnlyList<ShopDay> days) => database.Write(session =>
    {
        profiles.Add(session, days.SelectMany(d => d.Profiles).Select(Profile));
        Events += events.Add(session, days.SelectMany(d => d.Events).Select(Event)).Added;
        notes.Add(session, days.SelectMany(d => d.Notes).Select(Note));
        Customers = customers.Count(session);
    });

    private static CustomerEvent Event(ShopEvent e) => new(e.Customer, e.Type, e.EventTime.ToMicroseconds(), e.KnownTime.ToMicroseconds())
    {
        Value = (double?)e.Value,
        Session = e.Session,
        Product = e.Product,
        Properties = e.Category is { } category ? JsonSerializer.Serialize(new { category }, CoppiceJson.Options) : null,
        Id = e.Id,
    };

    private static CustomerProfile Profile(ShopProfile p)
    {
        long since = p.Since.ToMicroseconds();
        var attributes = new { p.Country, p.AgeBand, p.Channel, p.Newsletter };
        return new CustomerProfile(p.Customer, since, since, JsonSerializer.Serialize(attributes, CoppiceJson.Options));
    }

    private static CustomerNote Note(ShopNote n) => new(n.Customer, n.Time.ToMicroseconds(), n.KnownTime.ToMicroseconds(), n.Language, n.Text) { Id = n.Id };
}
