namespace Coppice.Server.Customers;

/// <summary>An event in an <see cref="EventBatch"/>: its texts lie in the batch's buffer.</summary>
public struct EventRow
{
    public TextSlice Customer;
    public TextSlice Type;
    public TextSlice Session;
    public TextSlice Product;
    public TextSlice Properties;
    public TextSlice Id;
    public long EventTime;
    public long KnownTime;

    /// <summary>NaN where there is none.</summary>
    public double Value;

    /// <summary>NaN where there is none.</summary>
    public double Quantity;

    /// <summary>Filled in by <see cref="EventBatch.TryIdentify"/>.</summary>
    public UInt128 Identity;
}

/// <summary>A text in the buffer of a batch; of length 0 where there is none.</summary>
public readonly record struct TextSlice(int Start, int Length);
