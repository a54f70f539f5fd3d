using System.Text;
using Coppice.Server.Customers;
using Coppice.Server.Customers.Ingest;
using Coppice.Server.Files;
using Coppice.Server.Files.Cells;
using Coppice.Server.Files.Columns;
using Coppice.Server.Storage;

namespace Coppice.Server.Outcomes.Ingest;

/// <summary>Labelled rows of one transaction.</summary>
internal sealed class ExampleChunk(ExampleIntake intake, ExampleStore examples) : RecordChunk<UploadedExample>
{
    private static readonly MemberNames Members = new("customer", "inputs", "time", "known_time");

    protected override MemberNames Names => Members;

    public override void Write(Session session, RecordedFacts facts) => facts.Add(examples.Add(session, Rows));

    protected override int BytesOf(UploadedExample row) => 2 * row.Inputs.Length;

    protected override UploadedExample? Read(ImportRow row)
    {
        long asOf = (intake.Dated == RowDate.Given ? row.NeededTime(ColumnRole.Time, intake.Now) : intake.Began).ToMicroseconds();
        long known = intake.KnownTime(asOf, row.Time(ColumnRole.KnownTime)?.ToMicroseconds());
        if (intake.TargetColumns.Length > 0 && Array.TrueForAll(intake.TargetColumns, column => MissingText.IsMissing(row.Cell(column))))
            row.Refuse(RowReasons.Unlabelled);
        string? customer = row.Text(ColumnRole.Customer, TextLimits.Key);
        string inputs = row.AllCells(TextLimits.Inputs);
        return row.Fault is null ? Make(customer, asOf, known, intake.Dated, inputs) : null;
    }

    protected override UploadedExample? Read(ref JsonFields fields, long line)
    {
        string? customer = null, inputs = null;
        long? time = null, known = null;
        while (fields.Next())
        {
            switch (Members[fields.Field])
            {
                case "customer":
                    customer = fields.Text(TextLimits.Key);
                    break;
                case "inputs":
                    inputs = Encoding.UTF8.GetString(fields.ObjectText(TextLimits.Inputs));
                    break;
                case "time":
                    time = fields.Time();
                    break;
                default:
                    known = fields.Time();
                    break;
            }
        }

        long asOf = intake.EventTime(time, intake.Began, ref fields);
        inputs = fields.Needed(inputs, "inputs");
        if (fields.Fault is null && intake.Targets.Count > 0 && !JsonRow.HasAny(inputs, intake.Targets))
            fields.Refuse($"\"inputs\" lacks what it should teach: {string.Join(" or ", intake.Targets)}");
        return fields.Fault is null ? Make(customer, asOf, intake.KnownTime(asOf, known), time is null ? RowDate.OfUpload : RowDate.Given, inputs) : null;
    }

    private UploadedExample Make(string? customer, long asOf, long known, RowDate dated, string inputs)
    {
        // A row without a key stands for a customer of its own, the same one whenever it is sent again.
        string key = customer ?? "row-" + Convert.ToHexStringLower(intake.Names.OfContent(inputs))[..16];
        var example = new UploadedExample(key, asOf, known, dated, inputs) { HasOwnKey = customer is not null };
        return example with { Identity = ExampleStore.IdentityOf(example, intake.Places) };
    }
}
