using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Quality;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers.Ingest;

/// <summary>One sending of one kind of data: what its rows have in common while they are read.</summary>
public abstract class Intake(IngestKind kind, TableContent content, IntakeOptions options, TimeProvider time)
{
    public IngestKind Kind { get; } = kind;

    /// <summary>Which roles the columns of a table may have.</summary>
    public TableContent Content { get; } = content;

    /// <summary>How it was sent; null for a question, which is answered whatever it looks like.</summary>
    internal SentFile? Sent { get; } = content == TableContent.NewNotes ? null : new SentFile(options.Form, options.Accept ?? []);

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The moment of rows that have none of their own and belong together.</summary>
    public DateTimeOffset Began { get; private set; } = time.GetUtcNow();

    /// <summary>What is said of a table's columns, and what goes without saying.</summary>
    public virtual string? Mapping(string? given) => given;

    /// <summary>Looks at a table before its rows come.</summary>
    /// <exception cref="ImportException">It lacks what such a table must have.</exception>
    public virtual void Begin(TableImport table)
    {
    }

    public abstract IngestChunk NewChunk();

    /// <summary>What becomes of a column without a role; null where it is left aside.</summary>
    public virtual string? UseOf(string column) => null;

    /// <summary>Forgets numbers the database gave: the transaction that gave them was undone.</summary>
    public virtual void ForgetNumbers()
    {
    }

    /// <summary>Begins anew: what comes next was sent by itself.</summary>
    public virtual void Restart() => Began = Now;

    /// <summary>When a row could first be known, never before it happened.</summary>
    internal long KnownTime(long eventTime, long? stated) =>
        Math.Max(eventTime, stated ?? (options.Known == KnownTimes.OnArrival ? Now.ToMicroseconds() : eventTime));

    /// <summary>When a row of JSON happened, where it says so. Nothing that is recorded lies in the future.</summary>
    internal long EventTime(long? stated, DateTimeOffset otherwise, ref JsonFields fields)
    {
        long now = Now.ToMicroseconds();
        if (stated > now + UtcMicroseconds.PerDay)
            fields.Refuse(RowReasons.InFuture(UtcMicroseconds.ToTime(stated.Value), Now));
        return stated ?? otherwise.ToMicroseconds();
    }
}
