namespace Coppice.Server.Storage;

/// <summary>
/// A prepared statement for many rows: bind the values, then <see cref="Step"/> through its rows or <see cref="Run"/> it to its end.
/// Its parameters are <c>$1 … $n</c>; disposing of it keeps it prepared for the next who asks for the same text.
/// </summary>
public abstract class BulkCommand : RowBinder, IDisposable
{
    private RowReader? _reader;

    /// <summary>Moves to the next row of the result; false after the last, and the command is ready to be bound anew.</summary>
    public abstract bool Step();

    /// <summary>Runs the statement to its end and gives the number of rows changed.</summary>
    public abstract int Run();

    /// <summary>Leaves the rest of the result unread and forgets the values.</summary>
    public abstract void Reset();

    public abstract bool IsNull(int column);

    public abstract long GetInt64(int column);

    public abstract double GetDouble(int column);

    public abstract string GetString(int column);

    /// <summary>Good until the next step.</summary>
    public abstract ReadOnlySpan<byte> GetBytes(int column);

    /// <summary>Runs the statement and gives the number of rows changed.</summary>
    public int Execute(params ReadOnlySpan<object?> values)
    {
        BindAll(values);
        return Run();
    }

    /// <summary>Runs the statement and gives its first value, or null where it gave none.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        BindAll(values);
        object? value = Step() ? Value(0) : null;
        Reset();
        return value;
    }

    /// <summary>Opens a reader; the caller disposes it before the next use.</summary>
    public RowReader Read(params ReadOnlySpan<object?> values)
    {
        BindAll(values);
        return _reader ??= new RowReader(this);
    }

    public abstract void Dispose();

    private protected abstract object? Value(int column);
}
