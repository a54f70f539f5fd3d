using System.Runtime.CompilerServices;
using System.Text;
using Coppice.Server.Files.Columns;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers.Ingest;

/// <summary>A sending of events.</summary>
internal sealed class EventIntake(EventStore events, IntakeOptions options, TimeProvider time)
    : Intake(IngestKind.Events, TableContent.Events, options, time)
{
    private readonly EventNumbers _numbers = events.Number();
    private readonly Identity _identity = new();
    private readonly FingerprintTable _lines = new();

    public override IngestChunk NewChunk() => new EventChunk(this);

    public override string UseOf(string column) => "property";

    public override void ForgetNumbers() => _numbers.Clear();

    public override void Restart()
    {
        base.Restart();
        _numbers.Clear();
        _identity.Clear();
        _lines.Clear();
    }

    /// <summary>Adds the row that a batch has begun; what is wrong with it, or null.</summary>
    public string? Add(EventBatch batch, long line)
    {
        if (!batch.TryIdentify(_identity))
            return $"beside {FingerprintTable.Most:N0} others without an id it cannot be told apart; split the file, or give every event an id";
        ref readonly var row = ref batch.Begun;
        if (row.Id.Length > 0 && TakenBy(row.Identity, line) is { } taken)
            return $"the id \"{Encoding.UTF8.GetString(batch.Text(row.Id))}\" stands already in line {taken}; an id names one event";
        batch.Add();
        return null;
    }

    public void Write(Session session, EventBatch batch, RecordedFacts facts) => events.Add(session, batch, _numbers, facts);

    // Beyond what the table can hold a second one is found by the database, and counted as already known.
    private long? TakenBy(UInt128 identity, long line)
    {
        ref uint first = ref _lines.Of((ulong)identity);
        if (Unsafe.IsNullRef(ref first))
            return null;
        if (first != 0)
            return first;
        first = (uint)Math.Min(line, uint.MaxValue);
        return null;
    }
}
