using System.Text;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Profiles of one transaction.</summary>
internal sealed class ProfileChunk(Intake intake, ProfileStore profiles, Func<ImportRow, DateTimeOffset> holdsFrom) : RecordChunk<CustomerProfile>
{
    private static readonly MemberNames Members = new("customer", "attributes", "time", "known_time");

    protected override MemberNames Names => Members;

    public override void Write(Session session, RecordedFacts facts) => facts.Add(profiles.Add(session, Rows));

    protected override int BytesOf(CustomerProfile row) => 2 * row.Attributes.Length;

    protected override CustomerProfile? Read(ImportRow row)
    {
        long from = holdsFrom(row).ToMicroseconds();
        long known = intake.KnownTime(from, row.Time(ColumnRole.KnownTime)?.ToMicroseconds());
        string customer = row.NeededText(ColumnRole.Customer, TextLimits.Key);
        if (row.Properties(TextLimits.Properties) is { } attributes)
            return new CustomerProfile(customer, from, known, attributes);
        row.Refuse("no attribute is filled in");
        return null;
    }

    protected override CustomerProfile? Read(ref JsonFields fields, long line)
    {
        string? customer = null, attributes = null;
        long? time = null, known = null;
        while (fields.Next())
        {
            switch (Members[fields.Field])
            {
                case "customer":
                    customer = fields.Text(TextLimits.Key);
                    break;
                case "attributes":
                    attributes = Encoding.UTF8.GetString(fields.ObjectText(TextLimits.Properties));
                    break;
                case "time":
                    time = fields.Time();
                    break;
                default:
                    known = fields.Time();
                    break;
            }
        }

        long from = intake.EventTime(time, intake.Began, ref fields);
        return new CustomerProfile(fields.Needed(customer, "customer"), from, intake.KnownTime(from, known), fields.Needed(attributes, "attributes"));
    }
}
