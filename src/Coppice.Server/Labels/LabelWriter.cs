using Coppice.Server.Storage;

namespace Coppice.Server.Labels;

/// <summary>Writes many labels within one transaction.</summary>
public sealed class LabelWriter : IDisposable
{
    private readonly BulkCommand _insert;
    private readonly BulkCommand _mature;
    private readonly BulkCommand _replace;

    internal LabelWriter(Session session)
    {
        _insert = session.Prepare(LabelStore.AddLabel);
        _mature = session.Prepare(LabelStore.MatureLabel);
        _replace = session.Prepare(LabelStore.ReplaceLabel);
    }

    /// <summary>A label whose window is still open. <see cref="Never"/> as the time of maturity waits for a reported outcome.</summary>
    public int Open(long modelId, long customerId, long asOf, string source, long sourceId, long maturesAt) =>
        _insert.Execute(modelId, customerId, asOf, source, sourceId, maturesAt, null, null, null, 1.0);

    /// <summary>A label that matured at once; 0 where the example has one already.</summary>
    public int Add(long modelId, long customerId, long asOf, string source, long sourceId, long maturesAt, WindowTruth truth, double weight = 1) =>
        _insert.Execute(modelId, customerId, asOf, source, sourceId, maturesAt, truth.Value, truth.EventTime, Math.Max(maturesAt, truth.KnownTime), weight);

    public void Mature(PendingLabel label, WindowTruth truth, long knownTime) => _mature.Execute(truth.Value, truth.EventTime, knownTime, label.Id);

    /// <summary>Puts a corrected label in the place of one that a later fact proved wrong; the old row stays readable.</summary>
    public void Correct(long modelId, PendingLabel label, WindowTruth truth, long at)
    {
        _replace.Execute(at, label.Id);
        _insert.Execute(modelId, label.CustomerId, label.AsOf, label.Source, label.SourceId, label.MaturesAt, truth.Value, truth.EventTime, at, label.Weight);
    }

    /// <summary>Later than any clock: only a reported outcome matures such a label.</summary>
    public const long Never = 9_000_000_000_000_000;

    public void Dispose()
    {
        _insert.Dispose();
        _mature.Dispose();
        _replace.Dispose();
    }
}
