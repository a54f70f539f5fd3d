using System.Text.Json;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Events of one transaction, read without a string.</summary>
internal sealed class EventChunk(EventIntake intake) : IngestChunk
{
    private static readonly MemberNames Names = new(
        "customer", "type", "time", "value", "id", "product", "quantity", "session", "properties", "known_time");

    private readonly EventBatch _batch = new();

    public override int Count => _batch.Count;

    public override int Bytes => _batch.Bytes;

    public override void Take(ImportRow row)
    {
        ref var e = ref _batch.Begin();
        e.EventTime = row.NeededTime(ColumnRole.Time, intake.Now).ToMicroseconds();
        e.KnownTime = intake.KnownTime(e.EventTime, row.Time(ColumnRole.KnownTime)?.ToMicroseconds());
        e.Customer = Text(row, ColumnRole.Customer, row.NeededSpan(ColumnRole.Customer), TextLimits.Key);
        e.Type = Text(row, ColumnRole.Type, row.NeededSpan(ColumnRole.Type), TextLimits.Name);
        e.Value = row.Number(ColumnRole.Value) ?? double.NaN;
        e.Quantity = row.Number(ColumnRole.Quantity) ?? double.NaN;
        e.Session = Text(row, ColumnRole.Session, row.Span(ColumnRole.Session), TextLimits.Key);
        e.Product = Text(row, ColumnRole.Product, row.Span(ColumnRole.Product), TextLimits.Key);
        if (row.Properties(TextLimits.Properties) is { } properties)
            e.Properties = _batch.Append(properties);
        e.Id = Text(row, ColumnRole.Id, row.Span(ColumnRole.Id), TextLimits.Key);
        if (row.Fault is null && intake.Add(_batch, row.Line) is { } fault)
            row.Refuse(fault);
    }

    public override string? Take(ref Utf8JsonReader json, ReadOnlySpan<byte> source, long line)
    {
        ref var e = ref _batch.Begin();
        var fields = new JsonFields(json, source, Names);
        long? time = null;
        long? known = null;
        while (fields.Next())
        {
            switch (Names[fields.Field])
            {
                case "customer":
                    e.Customer = fields.Text(_batch, TextLimits.Key);
                    break;
                case "type":
                    e.Type = fields.Text(_batch, TextLimits.Name);
                    break;
                case "time":
                    time = fields.Time();
                    break;
                case "known_time":
                    known = fields.Time();
                    break;
                case "value":
                    e.Value = fields.Number() ?? double.NaN;
                    break;
                case "quantity":
                    e.Quantity = fields.Number() ?? double.NaN;
                    break;
                case "session":
                    e.Session = fields.Text(_batch, TextLimits.Key);
                    break;
                case "product":
                    e.Product = fields.Text(_batch, TextLimits.Key);
                    break;
                case "id":
                    e.Id = fields.Text(_batch, TextLimits.Key);
                    break;
                default:
                    e.Properties = _batch.Append(fields.ObjectText(TextLimits.Properties));
                    break;
            }
        }

        json = fields.Reader;
        if (e.Customer.Length == 0)
            fields.Needed(null, "customer");
        if (e.Type.Length == 0)
            fields.Needed(null, "type");
        e.EventTime = intake.EventTime(time, intake.Now, ref fields);
        e.KnownTime = intake.KnownTime(e.EventTime, known);
        return fields.Fault ?? intake.Add(_batch, line);
    }

    public override void Write(Session session, RecordedFacts facts) => intake.Write(session, _batch, facts);

    public override void Clear() => _batch.Clear();

    private TextSlice Text(ImportRow row, ColumnRole role, ReadOnlySpan<char> text, int longest)
    {
        if (text.IsEmpty)
            return default;
        var slice = _batch.Append(text);
        if (slice.Length > longest)
            row.RefuseTooLong(role, longest);
        return slice;
    }
}
