using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Quality;

/// <summary>
/// Looks at one file on its way in: at its beginning before anything is stored, so that it can be refused, and at what became of its rows
/// once the last of them is. What it costs is a look at columns that are read anyway, and counts that are kept anyway.
/// </summary>
public sealed class ImportInspection(ImportRecord file, SentFile sent, DefinitionInForce workspace, ImportStore store, Database database)
{
    /// <summary>Fewer objects of a request are a message and not a file: they are left to drift and to silent feeds.</summary>
    public const int FewestOfRequest = 100;

    private readonly FindingList _findings = new(file.File, check => workspace.Quality.Of(file.Kind, check), sent.Accept);
    private readonly ObjectSample _sample = new();
    private IReadOnlyList<InferredColumn> _columns = [];
    private IReadOnlyList<EarlierFile> _earlier = [];
    private CustomersBefore _customers;
    private ImportRecord _file = file;
    private bool _begun;

    /// <summary>What was noticed, once all is stored.</summary>
    public IReadOnlyList<QualityFinding> Findings { get; private set; } = [];

    /// <summary>Takes what a table's columns look like.</summary>
    /// <param name="table">Its first rows.</param>
    /// <param name="source">What was said of all rows.</param>
    /// <param name="digest">Of its bytes.</param>
    public void Take(TableProfile table, string source, string digest)
    {
        _columns = table.Columns;
        _file = _file with { Source = source, Digest = digest, Repeated = table.Rows == 0 ? 0 : (double)table.Repeated / table.Rows };
    }

    /// <summary>Takes one of the first objects of a stream.</summary>
    public void Take(ReadOnlySpan<byte> json) => _sample.Take(json);

    /// <summary>To be asked before the first row is stored: the file as it is refused, or null where it may be stored.</summary>
    public ImportRecord? Refuse(RowTally tally)
    {
        if (_begun || IsMessage(tally))
            return null;
        _begun = true;
        if (_sample.Read() is { } sampled)
        {
            _columns = sampled.Columns;
            _file = _file with { Repeated = sampled.Rows == 0 ? 0 : (double)sampled.Repeated / sampled.Rows };
        }

        _file = Counted(tally);
        var figures = _columns.Select(ColumnFigures.Of).ToList();
        var same = database.Read(session =>
        {
            _earlier = FileSeries.Of(_file.File, _file.Source, [.. figures.Select(column => column.Name)], store.Comparable(session, _file.Kind));
            _customers = store.HasCustomers(session) ? CustomersBefore.Some : CustomersBefore.None;
            return _file.Digest is { } digest ? store.Same(session, _file.Kind, digest) : null;
        });
        if (same is not null)
            _findings.Add(QualityChecks.SameFile, $"this very file was imported on {same.At:yyyy-MM-dd HH:mm} UTC as {same.File}; nothing in it is new, and nothing is counted twice.");
        ColumnChecks.Look(_columns, _earlier, _findings);
        RowChecks.LookBefore(_file, _earlier, _findings);
        _file = _file with { Columns = ImportRecord.Write(figures) };
        return _findings.Blocking.Count == 0 ? null : _file with { State = ImportRecord.Refused, Columns = null, Findings = ImportRecord.Write(_findings.All) };
    }

    /// <summary>What is noticed before anything is stored, for a file that is only looked at.</summary>
    public IReadOnlyList<QualityFinding> Look(RowTally tally)
    {
        Refuse(tally);
        return _findings.All;
    }

    /// <summary>What refused the file.</summary>
    public QualityException Refusal() => new(_findings.Blocking);

    /// <summary>Codes whose acceptance let the file in.</summary>
    public IReadOnlyList<string> Accepted => [.. _findings.All.Where(finding => finding is { Accepted: true, Severity: "blocking" }).Select(finding => finding.Code).Distinct()];

    /// <summary>Writes down what became of the file. May be called again after its transaction was undone.</summary>
    public void Conclude(Session session, Func<ImportRecord, ImportRecord> became, RowTally tally)
    {
        if (IsMessage(tally))
            return;
        var done = became(Counted(tally));
        var findings = new FindingList(_file.File, check => workspace.Quality.Of(_file.Kind, check), sent.Accept);
        RowChecks.LookAfter(done, _earlier, _customers, workspace.TimeZone, findings, _findings.All);
        Findings = [.. _findings.All, .. findings.All];
        store.Add(session, done with { Findings = ImportRecord.Write(Findings) });
    }

    /// <summary>Writes down that the file was refused.</summary>
    public void Record(Session session, ImportRecord refused) => store.Add(session, refused);

    private bool IsMessage(RowTally tally) => sent.Form == SendingForm.Message && tally.Read < FewestOfRequest;

    private ImportRecord Counted(RowTally tally) =>
        _file with { RowsRead = tally.Read, SetAside = tally.SetAside, Unfilled = tally.Unfilled, InFuture = tally.InFuture };
}
