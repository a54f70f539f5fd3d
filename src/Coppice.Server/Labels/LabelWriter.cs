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
        _insert.Execute(modelId, customerId, asOf, source, sourceId, maturesAt, truth.Value, truth.EventTime, Math.Max(maturesAt, truth.KnownTime), weight);

    /// <summary>Puts a corrected label in the place of one that a later fact proved wrong; the old row stays readable.</summary>
    public void Correct(long modelId, CurrentLabel label, WindowTruth truth, long at)
    {
        _replace.Execute(at, label.Id);
        _insert.Execute(modelId, label.CustomerId, label.AsOf, label.Source, label.SourceId, label.MaturesAt, truth.Value, truth.EventTime, at, label.Weight);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _replace.Dispose();
    }
}
