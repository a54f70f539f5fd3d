using Coppice.Server.Customers;
using Coppice.Server.Customers.Ingest;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Storage;

namespace Coppice.Server.Outcomes.Ingest;

/// <summary>Outcomes of one transaction; those of a table come true so many microseconds after the time of their row.</summary>
internal sealed class OutcomeChunk(Intake intake, OutcomeStore outcomes, (int Column, string Name)[] named, long delay) : RecordChunk<ReportedOutcomes>
{
    private static readonly MemberNames Members = new("customer", "prediction_id", "outcomes", "time", "id", "known_time");

    protected override MemberNames Names => Members;

    public override void Write(Session session, RecordedFacts facts)
    {
        var known = new List<Outcome>();
        foreach (var row in Rows)
        {
            if (row.PredictionId is null)
                known.AddRange(row.Outcomes);
            else if (outcomes.FindPrediction(session, row.PredictionId) is not { } prediction)
                facts.Refuse(row.Line, $"there is no prediction \"{row.PredictionId}\"");
            else if (row.Outcomes[0].Customer is { Length: > 0 } named && named != prediction.Customer)
                facts.Refuse(row.Line, $"the prediction \"{row.PredictionId}\" is about the customer \"{prediction.Customer}\", not \"{named}\"");
            else
                known.AddRange(row.Outcomes.Select(o => o with { Customer = prediction.Customer, PredictionNumber = prediction.Number }));
        }

        facts.Add(outcomes.Add(session, known));
    }

    protected override int BytesOf(ReportedOutcomes row) => row.Outcomes.Sum(o => 2 * (o.Value.Length + o.Name.Length));

    protected override ReportedOutcomes? Read(ImportRow row)
    {
        long eventTime = row.NeededTime(ColumnRole.Time, intake.Now).ToMicroseconds() + delay;
        long known = intake.KnownTime(eventTime, row.Time(ColumnRole.KnownTime)?.ToMicroseconds());
        string? prediction = row.Text(ColumnRole.PredictionId, TextLimits.Key);
        string customer = row.Text(ColumnRole.Customer, TextLimits.Key) ?? "";
        string? id = row.Text(ColumnRole.Id, TextLimits.Key);
        var read = new List<Outcome>(named.Length);
        foreach (var (column, name) in named)
        {
            if (row.Cell(column) is { } value)
                read.Add(new Outcome(customer, name, value, eventTime, known) { Id = id });
        }

        if (customer.Length == 0 && prediction is null)
            row.Refuse("the customer is empty, and so is the prediction id");
        if (read.Count == 0)
            row.Refuse(RowReasons.WithoutOutcome);
        return new ReportedOutcomes(row.Line, prediction, read);
    }

    protected override ReportedOutcomes? Read(ref JsonFields fields, long line)
    {
        string? customer = null, prediction = null, id = null;
        long? time = null, known = null;
        List<KeyValuePair<string, string>> reported = [];
        while (fields.Next())
        {
            switch (Members[fields.Field])
            {
                case "customer":
                    customer = fields.Text(TextLimits.Key);
                    break;
                case "prediction_id":
                    prediction = fields.Text(TextLimits.Key);
                    break;
                case "outcomes":
                    reported = fields.Words(TextLimits.Key);
                    break;
                case "time":
                    time = fields.Time();
                    break;
                case "id":
                    id = fields.Text(TextLimits.Key);
                    break;
                default:
                    known = fields.Time();
                    break;
            }
        }

        if (customer is null && prediction is null)
            fields.Refuse("\"customer\" or \"prediction_id\" is missing or empty");
        if (reported.Count == 0)
            fields.Refuse("\"outcomes\" is missing or empty; expected an object like {\"purchased\": 1}");
        long eventTime = intake.EventTime(time, intake.Now, ref fields);
        long knownTime = intake.KnownTime(eventTime, known);
        return new ReportedOutcomes(line, prediction, [.. reported.Select(o => new Outcome(customer ?? "", o.Key, o.Value, eventTime, knownTime) { Id = id })]);
    }
}
