using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Reads a note from a row of a table.</summary>
internal static class NoteRow
{
    /// <summary>The note; a row that gives none has a fault. Where the table has no dates it was written when the sending began.</summary>
    public static CustomerNote Read(ImportRow row, Intake intake)
    {
        bool isDated = row.Has(ColumnRole.Time);
        long eventTime = (isDated ? row.NeededTime(ColumnRole.Time, intake.Now) : intake.Began).ToMicroseconds();
        long known = intake.KnownTime(eventTime, row.Time(ColumnRole.KnownTime)?.ToMicroseconds());
        string customer = row.NeededText(ColumnRole.Customer, TextLimits.Key);
        string text = row.NeededText(ColumnRole.Text, TextLimits.Note);
        return new CustomerNote(customer, eventTime, known, row.Text(ColumnRole.Language, TextLimits.Name), text)
        {
            // The same words about the same customer, sent again, are the same note.
            Id = row.Text(ColumnRole.Id, TextLimits.Key) ?? (isDated ? null : $"{customer}\u001f{text}"),
        };
    }
}
