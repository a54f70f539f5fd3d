using Coppice.Client;
using Coppice.Server.Audit;
using Coppice.Server.Customers;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving.Batches;

/// <summary>Answers about every customer of whom anything is known, an event, a profile or a note, into the database; nobody else is asked about.</summary>
public sealed class ScoreAllCustomers(
    Database database,
    BatchStore batches,
    WaitingBatches queue,
    CustomerFactsStore customers,
    ScoringVersions versions,
    AuditStore audit,
    TimeProvider time)
{
    /// <summary>Whether what is kept about customers gives the model inputs.</summary>
    public static bool ComputesInputs(ModelDefinition model) => (model.Features & FeatureGroups.Kept) != FeatureGroups.None;

    /// <summary>Whether there is somebody to answer, from inputs of its own.</summary>
    public bool CanAnswer(ModelDefinition model) => ComputesInputs(model) && versions.Find(model.Name) is not null;

    /// <summary>Queues the batch; a null model asks every champion that computes inputs of its own.</summary>
    /// <exception cref="ServingException">There is no such champion.</exception>
    public LiveBatch Start(string? model, string actor)
    {
        var asked = versions.Champions(model).Where(v => ComputesInputs(v.Model)).ToList();
        if (asked.Count == 0)
        {
            throw new ServingException(
                ServingCodes.NeedsInputs,
                $"{model ?? "Every champion"} takes its inputs from the rows it is asked about: send a file, coppice predict {model ?? "MODEL"} FILE.");
        }

        long id = database.Write(session =>
        {
            var batch = new Batch
            {
                Kind = BatchKinds.AllCustomers,
                File = "",
                Actor = actor,
                State = BatchStates.Queued,
                Versions = BatchDescription.Save(asked),
                RowsTotal = customers.CountKnown(session),
                CreatedAt = time.GetUtcNow(),
            };
            long added = batches.Add(session, batch);
            audit.Append(session, actor, "batch", added.ToString(), new { batch.Kind, batch.Versions });
            return added;
        });
        return queue.Enqueue(id);
    }

    /// <summary>Queues the batch and waits for its end; cancelled, it stops after the chunk under way.</summary>
    public async Task<BatchResponse> RunAsync(string? model, string actor, CancellationToken cancellationToken)
    {
        var live = Start(model, actor);
        await using var registration = cancellationToken.Register(live.Cancellation.Cancel);
        return await live.Ended;
    }
}
