namespace Coppice.Server.Storage;

/// <summary>Takes the values of one row by their place, from 1, without boxing any. Every place is bound for every row.</summary>
public abstract class RowBinder
{
    public abstract void Bind(int place, long value);

    public abstract void Bind(int place, double value);

    public abstract void Bind(int place, string? value);

    public abstract void BindText(int place, ReadOnlySpan<byte> utf8);

    public abstract void BindBlob(int place, ReadOnlySpan<byte> value);

    public abstract void BindNull(int place);

    public void Bind(int place, long? value)
    {
        if (value is { } given)
            Bind(place, given);
        else
            BindNull(place);
    }

    public void Bind(int place, double? value)
    {
        if (value is { } given)
            Bind(place, given);
        else
            BindNull(place);
    }

    /// <summary>For paths where a box does not matter.</summary>
    public void BindAll(params ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++)
            BindAny(i + 1, values[i]);
    }

    private void BindAny(int place, object? value)
    {
        switch (value)
        {
            case null:
                BindNull(place);
                break;
            case string text:
                Bind(place, text);
                break;
            case byte[] bytes:
                BindBlob(place, bytes);
                break;
            case double or float:
                Bind(place, Convert.ToDouble(value));
                break;
            case DateTimeOffset time:
                Bind(place, time.ToMicroseconds());
                break;
            case long or int or short or byte or bool or Enum:
                Bind(place, Convert.ToInt64(value));
                break;
            default:
                throw new ArgumentException($"Expected a number, a text, bytes or a time as value {place}, found {value.GetType()}.", nameof(value));
        }
    }
}
