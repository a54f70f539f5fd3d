using System.Diagnostics;
using Coppice.Client;
using Coppice.Server.Audit;
using Coppice.Server.Files;
using Coppice.Server.Quality;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers.Ingest;

/// <summary>
/// One sending on its way to the database: while one chunk is written the next is read. Chunks share their transactions with
/// whatever else waits for a commit, so nobody waits for a large sending to end.
/// </summary>
internal sealed class IngestFlow(Intake intake, string name, string actor, GroupCommit commits, AuditStore audit, IngestSignal signal, ImportMetrics metrics, TimeProvider time)
    : IAsyncDisposable
{
    // A large transaction writes each page of an index once for many rows; a small one is over before anybody notices.
    private const int RowsAlone = 40_000;
    private const int RowsAmongOthers = 5_000;
    private const int MostBytes = 8 << 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly long _began = time.GetTimestamp();
    private readonly ChunkWrite _write = new(intake);
    private IngestChunk _written = intake.NewChunk();
    private readonly Activity? _span = Spans.Coppice.StartActivity("import");
    private int _mostRows = RowsAlone;
    private bool _writing;
    private bool _concluded;

    /// <summary>The chunk that takes the rows that are read now.</summary>
    public IngestChunk Filling { get; private set; } = intake.NewChunk();

    public RowTally Tally { get; init; } = new();

    /// <summary>Looks at what comes; null where nobody minds how it looks.</summary>
    public ImportInspection? Inspection { get; init; }

    /// <summary>What has come to disk.</summary>
    public RecordedFacts Total { get; } = new();

    /// <summary>Whether the chunk is to be passed on before the next row.</summary>
    public bool IsDue => Filling.Count >= _mostRows || Filling.Bytes >= MostBytes;

    /// <summary>Passes the chunk on to be written, once the one before it is on disk.</summary>
    /// <exception cref="QualityException">It is the first, and what was read so far must not be stored.</exception>
    public async ValueTask PassAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await RequireAcceptableAsync(cancellationToken);
        await SettleAsync();
        await QueueAsync(null, cancellationToken);
    }

    /// <summary>Writes the rest together with the audit entry, and reports.</summary>
    /// <exception cref="ImportException">Not one row could be used.</exception>
    /// <exception cref="QualityException">Nothing was stored yet, and nothing must be.</exception>
    public async Task<ImportReport> FinishAsync(IReadOnlyDictionary<string, string> mapping, CancellationToken cancellationToken)
    {
        Tally.RequireSome(name);
        await RequireAcceptableAsync(cancellationToken);
        await SettleAsync();
        await QueueAsync(Conclude, cancellationToken);
        await SettleAsync();
        _concluded = true;
        metrics.Count(Word, Total.Added, Total.AlreadyKnown, Tally.SetAside);
        return new ImportReport(
            Word,
            name,
            Tally.Read,
            Total.Added,
            Total.AlreadyKnown,
            Tally.SetAside,
            Tally.Rejects,
            mapping,
            Total.First is { } first ? UtcMicroseconds.ToTime(first) : null,
            Total.Last is { } last ? UtcMicroseconds.ToTime(last) : null,
            Total.ValueSum,
            Total.NewCustomers,
            time.GetElapsedTime(_began).TotalSeconds)
        {
            Findings = Inspection?.Findings ?? [],
        };
    }

    /// <summary>Waits for what is under way. A sending that broke off leaves an entry that says how far it came.</summary>
    public async ValueTask DisposeAsync()
    {
        _span?.SetTag("kind", Word).SetTag("added", Total.Added).SetTag("set_aside", Tally.SetAside);
        _span?.Dispose();
        if (_concluded)
            return;
        try
        {
            await SettleAsync();
            if (Total.Added > 0)
                await commits.WriteAsync(session => Record(session, "import_interrupted", new RecordedFacts()), CancellationToken.None);
        }
        catch (Exception e) when (e is BusyException or IOException or System.Data.Common.DbException)
        {
            // The sending has failed already, and for a reason of its own; that is the one to tell.
        }
    }

    private string Word => intake.Kind.ToString().ToLowerInvariant();

    /// <summary>Only the first time is anything to be decided: what is stored is stored.</summary>
    private async ValueTask RequireAcceptableAsync(CancellationToken cancellationToken)
    {
        if (Inspection?.Refuse(Tally) is not { } refused)
            return;
        var refusal = Inspection.Refusal();
        await commits.WriteAsync(session => Refuse(session, refused, refusal), cancellationToken);
        throw refusal;
    }

    private void Conclude(Session session, RecordedFacts last)
    {
        Record(session, "import", last);
        var total = new RecordedFacts();
        total.Add(Total);
        total.Add(last);
        Inspection?.Conclude(session, file => Became(file, total, last.Refused.Count), Tally);
    }

    private static ImportRecord Became(ImportRecord file, RecordedFacts total, int refused) => file with
    {
        Added = total.Added,
        AlreadyKnown = total.AlreadyKnown,
        SetAside = file.SetAside + refused,
        NewCustomers = total.NewCustomers,
        FirstTime = total.First is { } first ? UtcMicroseconds.ToTime(first) : null,
        LastTime = total.Last is { } newest ? UtcMicroseconds.ToTime(newest) : null,
    };

    private int Refuse(Session session, ImportRecord refused, QualityException refusal)
    {
        audit.Append(session, actor, "import_refused", Word, new { Name = name, refusal.Code, Sentence = refusal.Message });
        Inspection!.Record(session, refused);
        return 0;
    }

    private int Record(Session session, string action, RecordedFacts last)
    {
        audit.Append(session, actor, action, Word, new
        {
            Name = name,
            Added = Total.Added + last.Added,
            AlreadyKnown = Total.AlreadyKnown + last.AlreadyKnown,
            SetAside = Tally.SetAside + last.Refused.Count,
            Accepted = Inspection?.Accepted ?? [],
        });
        return 0;
    }

    private async ValueTask QueueAsync(Action<Session, RecordedFacts>? conclude, CancellationToken cancellationToken)
    {
        (Filling, _written) = (_written, Filling);
        _write.Prepare(_written, conclude);
        long asked = time.GetTimestamp();
        while (!commits.TryQueue(_write, CommitWait.Yes))
        {
            if (time.GetElapsedTime(asked) > Patience)
                throw new BusyException();
            await Task.Delay(Pause, time, cancellationToken);
        }

        _mostRows = commits.Queued > 1 ? RowsAmongOthers : RowsAlone;
        _writing = true;
    }

    private async ValueTask SettleAsync()
    {
        if (!_writing)
            return;
        _writing = false;
        await _write.WhenCommitted;
        var facts = _write.Facts;
        Total.Add(facts);
        foreach (var (line, reason) in facts.Refused)
            Tally.Reject(line, reason, ReadOnlySpan<char>.Empty);
        _written.Clear();
        signal.Raise(intake.Kind, facts.Added);
    }
}
