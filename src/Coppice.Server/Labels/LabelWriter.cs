using Coppice.Server.Storage;

namespace Coppice.Server.Labels;

/// <summary>Writes many labels within one transaction.</summary>
public sealed class LabelWriter : IDisposable
{
    private readonly BulkCommand _insert;
    private readonly BulkCommand _replace;

    internal LabelWriter(Session session)
    {
        _insert = session.Prepare(LabelStore.AddLabel);
        _replace = session.Prepare(LabelStore.ReplaceLabel);
    }

    /// <summary>A matured label; 0 where the example has one already.</summary>
    public int Add(long modelId, long customerId, long asOf, string source, long sourceId, long maturesAt, WindowTruth truth, double weight = 1) =>
        Insert(modelId, customerId, asOf, source, sourceId, maturesAt, truth, Math.Max(maturesAt, truth.KnownTime), weight);

    /// <summary>Puts a corrected label in the place of one that a later fact proved wrong; the old row stays readable.</summary>
    public void Correct(long modelId, CurrentLabel label, WindowTruth truth, long at)
    {
        _replace.Execute(at, label.Id);
        Insert(modelId, label.CustomerId, label.AsOf, label.Source, label.SourceId, label.MaturesAt, truth, at, label.Weight);
    }

    private int Insert(long modelId, long customerId, long asOf, string source, long sourceId, long maturesAt, WindowTruth truth, long knownTime, double weight)
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
        return _insert.Run();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _replace.Dispose();
    }
}
