using Coppice.Server.Customers;

namespace Coppice.Server.Features;

/// <summary>Fills <c>notes.*</c> columns with what customers' notes said before a time, from what was known by then.</summary>
public static class NoteInputs
{
    public const string Prefix = "notes.";

    /// <summary>Row <c>i</c> of <paramref name="table"/> belongs to <c>keys[i]</c>.</summary>
    internal static void Fill(InputTable table, NotePlan plan, NoteHistory history, NoteReader reader, IReadOnlyList<ExampleKey> keys)
    {
        var columns = new NoteColumns(table, plan);
        var totals = new NoteTotals(plan.Concepts.Count);
        for (int row = 0; row < keys.Count; row++)
        {
            var key = keys[row];
            totals.Clear();
            foreach (var note in history.Of(key.CustomerId))
            {
                if (note.EventTime >= key.AsOf)
                    break;
                if (note.KnownTime <= key.AsOf)
                    totals.Add(note, reader[note.Id]);
            }

            totals.Sort();
            if (totals.Notes > 0)
                columns.Write(row, totals, key.AsOf);
        }
    }
}
