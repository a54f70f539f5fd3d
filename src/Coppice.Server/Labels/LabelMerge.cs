namespace Coppice.Server.Labels;

/// <summary>Puts new labels among those that are there: each takes the place of the one of its example, if there is one.</summary>
internal static class LabelMerge
{
    /// <summary>A list in training order from one in that order and additions in that order.</summary>
    public static Label[] Into(Label[] labels, List<Label> added)
    {
        int[] places = [.. added.Select(label => PlaceOf(labels, label))];
        int[] replaced = [.. added.Select((label, i) => Replaced(labels, label, places[i])).Where(i => i >= 0).Order()];
        var merged = new Label[labels.Length - replaced.Length + added.Count];
        int from = 0;
        int to = 0;
        int next = 0;
        for (int i = 0; i < added.Count; i++)
        {
            CopyUntil(places[i]);
            merged[to++] = added[i];
        }

        CopyUntil(labels.Length);
        return merged;

        void CopyUntil(int end)
        {
            for (; next < replaced.Length && replaced[next] < end; next++)
            {
                Copy(replaced[next]);
                from++;
            }

            Copy(end);
        }

        void Copy(int end)
        {
            Array.Copy(labels, from, merged, to, end - from);
            to += end - from;
            from = end;
        }
    }

    private static int PlaceOf(Label[] labels, Label added)
    {
        int place = Array.BinarySearch(labels, added, Comparer<Label>.Create(LabelRows.Order));
        return place < 0 ? ~place : place;
    }

    /// <summary>Where the label of the same example stands; it is older, so it stands before. -1 where there is none.</summary>
    private static int Replaced(Label[] labels, Label added, int place)
    {
        for (int i = place - 1; i >= 0 && labels[i].CustomerId == added.CustomerId && labels[i].AsOf == added.AsOf; i--)
        {
            if (labels[i].SourceId == added.SourceId && labels[i].Source == added.Source)
                return i;
        }

        return -1;
    }
}
