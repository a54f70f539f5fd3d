namespace Coppice.Server.Storage;

/// <summary>
/// Adds many rows to one table: bind the values of a row, end it with <see cref="Next"/>, and <see cref="Flush"/> after some
/// thousands. A row that breaks a unique index is already there and stays as it was.
/// </summary>
public abstract class BulkInsert : RowBinder, IDisposable
{
    /// <summary>As many rows as are worth a flush: beyond it memory grows and speed does not.</summary>
    public const int Batch = 4_096;

    /// <summary>Ends a row.</summary>
    public abstract void Next();

    /// <summary>Writes the rows since the last flush and gives their numbers in the same order; 0 where a row was already there. Good until the next row.</summary>
    public abstract ReadOnlySpan<long> Flush();

    public abstract void Dispose();
}
