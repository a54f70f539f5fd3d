using Coppice.Server.Storage;

namespace Coppice.Server.Labels;

/// <summary>Labels as they come from the database.</summary>
/// <param name="Current">Those that nothing has replaced, in training order.</param>
/// <param name="LatestTime">The newest time at which any, replaced ones included, became known or was replaced.</param>
internal sealed record LabelRows(List<Label> Current, long LatestTime)
{
    /// <summary>By customer, time and number: the order of training.</summary>
    public static int Order(Label a, Label b)
    {
        int order = a.CustomerId.CompareTo(b.CustomerId);
        if (order == 0)
            order = a.AsOf.CompareTo(b.AsOf);
        return order == 0 ? a.Id.CompareTo(b.Id) : order;
    }

    /// <summary>Rows with their known time and the time of their replacement at the end.</summary>
    public static LabelRows OfAll(BulkCommand query, params ReadOnlySpan<object?> values)
    {
        using var reader = query.Read(values);
        var current = new List<Label>();
        long latest = long.MinValue;
        while (reader.Read())
        {
            latest = Math.Max(latest, reader.GetInt64(8));
            if (reader.IsDBNull(9))
                current.Add(Read(reader));
            else
                latest = Math.Max(latest, reader.GetInt64(9));
        }

        current.Sort(Order);
        return new LabelRows(current, latest);
    }

    /// <summary>In training order.</summary>
    public static List<Label> Read(BulkCommand query, params ReadOnlySpan<object?> values)
    {
        var labels = new List<Label>();
        using (var reader = query.Read(values))
        {
            while (reader.Read())
                labels.Add(Read(reader));
        }

        labels.Sort(Order);
        return labels;
    }

    private static Label Read(RowReader reader) => new(
        reader.GetInt64(0),
        reader.GetInt64(1),
        reader.GetInt64(2),
        LabelSource.Of(reader.GetBytes(3)),
        reader.GetInt64(4),
        reader.GetDouble(5),
        reader.GetDouble(6),
        reader.GetInt64(7));
}
