using Coppice.Server.Customers;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving.Batches;

/// <summary>Hands out all customers of whom anything is known, by number, in chunks.</summary>
public sealed class KnownCustomers(Database database, CustomerFactsStore customers)
{
    public IEnumerable<BatchChunk> Chunks(Batch batch, CancellationToken cancellationToken)
    {
        long done = batch.RowsDone;
        long place = batch.Place;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var known = database.Read(session => customers.KnownAfter(session, place, AnswerRows.ChunkRows));
            if (known.Count == 0)
                yield break;
            done += known.Count;
            place = known[^1].Id;
            yield return new BatchChunk([.. known.Select(c => new QuestionRow(new PredictionRequest(c.Key), [], 0))], done, 0, place);
        }
    }
}
