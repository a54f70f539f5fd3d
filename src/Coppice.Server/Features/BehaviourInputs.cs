using Coppice.Server.Customers;

namespace Coppice.Server.Features;

/// <summary>Computes what customers had done before a time, from what was known by then.</summary>
public static class BehaviourInputs
{
    /// <summary>Fills the behaviour columns of <paramref name="table"/>; row <c>i</c> belongs to <c>keys[i]</c>.</summary>
    public static void Fill(InputTable table, BehaviourPlan plan, EventHistory history, IReadOnlyList<ExampleKey> keys)
    {
        if (plan.Types.Count == 0)
            return;
        var columns = plan.Types.Select(t => new BehaviourColumns(table, t)).ToArray();
        var overall = new OverallColumns(table, plan);
        int[] typeOf = TypePlaces(plan, history);
        var totals = new TypeTotals[columns.Length];
        for (int i = 0; i < totals.Length; i++)
            totals[i] = new TypeTotals();

        for (int row = 0; row < keys.Count; row++)
        {
            var key = keys[row];
            int customer = history.Find(key.CustomerId);
            foreach (var total in totals)
                total.Clear();
            overall.Clear();
            int end = customer < 0 ? 0 : history.Starts[customer + 1];
            for (int i = customer < 0 ? 0 : history.Starts[customer]; i < end && history.EventTimes[i] < key.AsOf; i++)
            {
                if (history.KnownTimes[i] > key.AsOf)
                    continue;
                overall.Add(history, i, key.AsOf);
                int place = typeOf[history.Types[i]];
                if (place >= 0)
                    totals[place].Add(history, i, key.AsOf);
            }

            for (int t = 0; t < columns.Length; t++)
                columns[t].Write(row, totals[t], key.AsOf);
            overall.Write(row, key.AsOf);
        }
    }

    private static int[] TypePlaces(BehaviourPlan plan, EventHistory history)
    {
        int[] places = new int[history.TypeNames.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = -1;
            for (int t = 0; t < plan.Types.Count; t++)
            {
                if (plan.Types[t].Name == history.TypeNames[i])
                    places[i] = t;
            }
        }

        return places;
    }
}
