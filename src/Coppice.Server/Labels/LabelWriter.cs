using Coppice.Server.Storage;

namespace Coppice.Server.Labels;

/// <summary>
/// Writes many labels within one transaction. They are held until there are many or <see cref="Flush"/> is called: over a network a
/// label at a time costs more than all the rest of a sweep. Of two for one example the first stands.
/// </summary>
public sealed class LabelWriter : IDisposable
{
    private static readonly InsertTable Table = new(
        "labels",
        ("model_id", ColumnStorage.Whole),
        ("customer_id", ColumnStorage.Whole),
        ("as_of", ColumnStorage.Whole),
        ("source", ColumnStorage.Text),
        ("source_id", ColumnStorage.Whole),
        ("matures_at", ColumnStorage.Whole),
        ("value", ColumnStorage.Real),
        ("event_time", ColumnStorage.Whole),
        ("known_time", ColumnStorage.Whole),
        ("weight", ColumnStorage.Real));

    private readonly BulkInsert _insert;
    private readonly BulkCommand _replace;
    private readonly List<LabelKind> _held = [];
    private readonly HashSet<long> _correctedIds = [];
    private long _matured;
    private long _corrected;

    internal LabelWriter(Session session)
    {
        _insert = session.Insert(Table);
        _replace = session.Prepare(LabelStore.ReplaceLabel);
    }

    /// <summary>Numbers of labels that took the place of another.</summary>
    internal IReadOnlySet<long> CorrectedIds => _correctedIds;

    /// <summary>Adds a matured label; where the example has one already, that one stays.</summary>
    public void Add(long modelId, long customerId, long asOf, string source, long sourceId, long maturesAt, WindowTruth truth, double weight = 1) =>
        Insert(LabelKind.Matured, modelId, customerId, asOf, source, sourceId, maturesAt, truth, Math.Max(maturesAt, truth.KnownTime), weight);

    /// <summary>Puts a corrected label in the place of one that a later fact proved wrong; the old row stays readable.</summary>
    public void Correct(long modelId, CurrentLabel label, WindowTruth truth, long at)
    {
        _replace.Execute(at, label.Id);
        Insert(LabelKind.Corrected, modelId, label.CustomerId, label.AsOf, label.Source, label.SourceId, label.MaturesAt, truth, at, label.Weight);
    }

    /// <summary>Writes what is held, and gives what has been written since the beginning.</summary>
    public LabelSweep Flush()
    {
        var ids = _insert.Flush();
        for (int i = 0; i < ids.Length; i++)
        {
            if (ids[i] == 0)
                continue;
            if (_held[i] == LabelKind.Matured)
                _matured++;
            else
            {
                _corrected++;
                _correctedIds.Add(ids[i]);
            }
        }

        _held.Clear();
        return new LabelSweep(_matured, _corrected);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _replace.Dispose();
    }

    private void Insert(LabelKind kind, long modelId, long customerId, long asOf, string source, long sourceId, long maturesAt, WindowTruth truth, long knownTime, double weight)
    {
        _insert.Bind(1, modelId);
        _insert.Bind(2, customerId);
        _insert.Bind(3, asOf);
        _insert.Bind(4, source);
        _insert.Bind(5, sourceId);
        _insert.Bind(6, maturesAt);
        _insert.Bind(7, truth.Value);
        _insert.Bind(8, truth.EventTime);
        _insert.Bind(9, knownTime);
        _insert.Bind(10, weight);
        _insert.Next();
        _held.Add(kind);
        if (_held.Count == BulkInsert.Batch)
            Flush();
    }

    private enum LabelKind
    {
        Matured,
        Corrected,
    }
}
