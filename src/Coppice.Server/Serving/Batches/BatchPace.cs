using Coppice.Client;

namespace Coppice.Server.Serving.Batches;

/// <summary>How fast a batch goes since it began or was resumed, and when it will be done at that speed.</summary>
internal sealed class BatchPace(TimeProvider time, long rowsBefore)
{
    private readonly long _began = time.GetTimestamp();

    public BatchResponse Describe(Batch batch)
    {
        double seconds = Math.Max(time.GetElapsedTime(_began).TotalSeconds, 1e-3);
        double rate = (batch.RowsDone - rowsBefore) / seconds;
        return BatchDescription.Of(batch) with
        {
            RowsPerSecond = rate,
            FinishesAt = rate > 0 && batch.RowsTotal is { } total ? time.GetUtcNow().AddSeconds(Math.Max(0, total - batch.RowsDone) / rate) : null,
        };
    }
}
