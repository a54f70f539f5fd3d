using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Http;
using Coppice.Server.Storage;

namespace Coppice.Server.Overview;

/// <summary>What a customer did and said, what was said about them and what came true, in one list.</summary>
public sealed class CustomerTimeline(Database database, CustomerStore customers, TimelineStore timeline)
{
    public TimelinePage Read(string key, TimelinePlace before, int most) => database.Read(session =>
    {
        long customerId = customers.Find(session, key) ?? throw new RequestException(CustomerCodes.Unknown, $"There is no customer {key}.", RefusalKind.NotFound);
        var rows = timeline.Before(session, customerId, before, most + 1);
        return new TimelinePage(
            [.. rows.Take(most).Select(Describe)],
            rows.Count > most ? new TimelinePlace(rows[most - 1].At, rows[most - 1].Kind, rows[most - 1].Id).ToString() : null);
    });

    private static TimelineEntry Describe(TimelineRow row)
    {
        var (at, known) = (UtcMicroseconds.ToTime(row.At), UtcMicroseconds.ToTime(row.KnownAt));
        return row.Kind switch
        {
            1 => new TimelineEntry(at, "event", known) { Name = row.Name, Value = row.Value, Quantity = row.Quantity, Product = row.Product },
            2 => new TimelineEntry(at, "note", known) { Text = row.Text, Language = row.Name },
            3 => new TimelineEntry(at, "profile", known) { Attributes = JsonElement.Parse(row.Text!) },
            4 => new TimelineEntry(at, "prediction", known) { PredictionId = row.Name, Model = row.Model, Version = row.Major is null ? null : $"{row.Major}.{row.Minor}", Score = row.Value },
            _ => new TimelineEntry(at, "outcome", known) { Name = row.Name, Text = row.Text },
        };
    }
}
