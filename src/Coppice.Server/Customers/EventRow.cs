namespace Coppice.Server.Customers;

/// <summary>An event in an <see cref="EventBatch"/>: its texts lie in the batch's buffer.</summary>
public struct EventRow
{
    public TextSlice Customer { get; set; }

    public TextSlice Type { get; set; }

    public TextSlice Session { get; set; }

    public TextSlice Product { get; set; }

    public TextSlice Properties { get; set; }

    public TextSlice Id { get; set; }

    public long EventTime { get; set; }

    public long KnownTime { get; set; }

    /// <summary>NaN where there is none.</summary>
    public double Value { get; set; }

    /// <summary>NaN where there is none.</summary>
    public double Quantity { get; set; }

    /// <summary>Filled in by <see cref="EventBatch.TryIdentify"/>.</summary>
    public UInt128 Identity { get; set; }
}

/// <summary>A text in the buffer of a batch; of length 0 where there is none.</summary>
public readonly record struct TextSlice(int Start, int Length);
