using Coppice.Server.Customers;
using Coppice.Server.Text.Amounts;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Features;

/// <summary>Fills <c>notes.*</c> columns: how many notes there are, how old the last is, the largest amount the last to name one names, and how often each concept is named.</summary>
public static class NoteInputs
{
    public const string Prefix = "notes.";

    private const double MicrosecondsPerDay = 86_400e6;

    /// <summary>Only notes from before a row's time that were known by then count.</summary>
    /// <param name="table">Rows in the order of <paramref name="keys"/>.</param>
    /// <param name="plan">The concepts that have a column.</param>
    /// <param name="notes">Notes by customer, oldest first.</param>
    /// <param name="keys">Whose row it is, and of when.</param>
    public static void Fill(InputTable table, NotePlan plan, IReadOnlyDictionary<long, List<StoredNote>> notes, IReadOnlyList<ExampleKey> keys)
    {
        var columns = ColumnsOf(table, plan);
        var count = table["notes.count"];
        var days = table["notes.days_since_last"];
        var named = table["notes.concepts"];
        var language = table["notes.language"];
        var amount = table["notes.amount"];
        var amounts = new List<Amount>();
        var reader = new NoteReader(plan.Matcher);
        var read = new Dictionary<long, List<Concept[]>>();
        for (int row = 0; row < keys.Count; row++)
        {
            var (customer, asOf) = (keys[row].CustomerId, keys[row].AsOf);
            if (!notes.TryGetValue(customer, out var history))
                continue;
            if (!read.TryGetValue(customer, out var concepts))
                read.Add(customer, concepts = [.. history.Select(note => reader.Concepts(note.Text).ToArray())]);
            int seen = 0;
            var mentions = new Dictionary<string, int>();
            for (int i = 0; i < history.Count && history[i].EventTime < asOf; i++)
            {
                if (history[i].KnownTime > asOf)
                    continue;
                seen++;
                days.SetNumber(row, (float)((asOf - history[i].EventTime) / MicrosecondsPerDay));
                if (history[i].Language is { } word)
                    language.SetWord(row, word);
                amounts.Clear();
                AmountReader.Find(history[i].Text, amounts);
                if (amounts.Count > 0)
                    amount.SetNumber(row, (float)amounts.Max(a => double.IsFinite(a.High) ? a.High : a.Low));
                foreach (var concept in concepts[i])
                    mentions[concept.Id] = mentions.GetValueOrDefault(concept.Id) + 1;
            }

            if (seen == 0)
                continue;
            count.SetNumber(row, seen);
            named.SetNumber(row, mentions.Count);
            foreach (var (id, times) in mentions)
                columns[id].SetNumber(row, times);
        }
    }

    /// <summary>A column is called after its concept's label; where two share it, by both names.</summary>
    private static Dictionary<string, InputColumn> ColumnsOf(InputTable table, NotePlan plan)
    {
        var shared = plan.Concepts.GroupBy(c => c.Label).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return plan.Concepts.ToDictionary(c => c.Id, c => table[Prefix + "\"" + (shared.Contains(c.Label) ? $"{c.Label} ({c.Id})" : c.Label) + "\""]);
    }
}
