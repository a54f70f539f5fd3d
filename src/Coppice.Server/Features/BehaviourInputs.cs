using Coppice.Server.Customers;

namespace Coppice.Server.Features;

/// <summary>Computes what customers had done before a time, from what was known by then.</summary>
public static class BehaviourInputs
{
    /// <summary>Fills the behaviour columns of <paramref name="table"/>; row <c>i</c> belongs to <c>keys[i]</c>.</summary>
    public static void Fill(InputTable table, BehaviourPlan plan, EventHistory history, IReadOnlyList<ExampleKey> keys)
    {
        if (plan.IsEmpty)
            return;
        string[] types = [.. plan.Types.Select(t => t.Name).Union(plan.Repeats.Select(r => r.Type)).Union(plan.Tastes.Select(t => t.Type))];
        var totals = types.Select(_ => new TypeTotals(plan.SeasonDays)).ToArray();
        var columns = plan.Types.Select(t => new BehaviourColumns(table, t, plan.SeasonDays)).ToArray();
        var forecasts = plan.Repeats.Select(r => (Columns: new RepeatColumns(table, r), Totals: totals[Array.IndexOf(types, r.Type)])).ToArray();
        var tastes = plan.Tastes.Select(t => (Columns: new TasteColumns(table, t), Type: Array.IndexOf(types, t.Type))).ToArray();
        var overall = new OverallColumns(table, plan);
        var sessions = new SessionColumns(table, plan);
        int[] typeOf = [.. history.TypeNames.Select(name => Array.IndexOf(types, name))];

        for (int row = 0; row < keys.Count; row++)
        {
            var key = keys[row];
            int customer = history.Find(key.CustomerId);
            foreach (var total in totals)
                total.Clear();
            foreach (var taste in tastes)
                taste.Columns.Clear();
            overall.Clear();
            sessions.Clear();
            int end = customer < 0 ? 0 : history.Starts[customer + 1];
            for (int i = customer < 0 ? 0 : history.Starts[customer]; i < end && history.EventTimes[i] < key.AsOf; i++)
            {
                if (history.KnownTimes[i] > key.AsOf)
                    continue;
                overall.Add(history, i, key.AsOf);
                int place = typeOf[history.Types[i]];
                sessions.Add(history, i);
                if (place >= 0)
                    totals[place].Add(history, i, key.AsOf);
                foreach (var taste in tastes)
                {
                    if (taste.Type == place)
                        taste.Columns.Add(history.Products[i]);
                }
            }

            for (int t = 0; t < columns.Length; t++)
                columns[t].Write(row, totals[t], key.AsOf);
            foreach (var forecast in forecasts)
                forecast.Columns.Write(row, forecast.Totals.Repeats, key.AsOf);
            foreach (var taste in tastes)
                taste.Columns.Write(row);
            overall.Write(row, key.AsOf);
            sessions.Write(row);
        }
    }
}
