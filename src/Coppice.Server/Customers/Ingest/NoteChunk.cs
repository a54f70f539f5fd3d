using Coppice.Server.Files;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Notes of one transaction.</summary>
internal sealed class NoteChunk(Intake intake, NoteStore notes) : RecordChunk<CustomerNote>
{
    private static readonly MemberNames Members = new("customer", "text", "time", "language", "id", "known_time");

    protected override MemberNames Names => Members;

    public override void Write(Session session, RecordedFacts facts) => facts.Add(notes.Add(session, Rows));

    protected override int BytesOf(CustomerNote row) => 2 * row.Text.Length;

    protected override CustomerNote? Read(ImportRow row) => NoteRow.Read(row, intake);

    protected override CustomerNote? Read(ref JsonFields fields, long line)
    {
        string? customer = null, text = null, language = null, id = null;
        long? time = null, known = null;
        while (fields.Next())
        {
            switch (Members[fields.Field])
            {
                case "customer":
                    customer = fields.Text(TextLimits.Key);
                    break;
                case "text":
                    text = fields.Text(TextLimits.Note);
                    break;
                case "time":
                    time = fields.Time();
                    break;
                case "language":
                    language = fields.Text(TextLimits.Name);
                    break;
                case "id":
                    id = fields.Text(TextLimits.Key);
                    break;
                default:
                    known = fields.Time();
                    break;
            }
        }

        long eventTime = intake.EventTime(time, intake.Now, ref fields);
        return new CustomerNote(fields.Needed(customer, "customer"), eventTime, intake.KnownTime(eventTime, known), language, fields.Needed(text, "text")) { Id = id };
    }
}
