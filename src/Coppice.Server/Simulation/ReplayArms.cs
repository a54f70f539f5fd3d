using System.Runtime.CompilerServices;
using Coppice.Client;
using Coppice.Server.Features;
using Coppice.Server.Http;
using Coppice.Server.Labels;
using Coppice.Server.Learners;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;
using Coppice.XGBoost;

namespace Coppice.Server.Simulation;

/// <summary>
/// Compares ways of updating on a recorded stream: every batch is first answered, and that is its score, then learnt
/// (methods 3.6). No gate stands between, so each way shows what it does by itself.
/// </summary>
public sealed class ReplayArms(Database database, ModelStore models, LabelStore labels, InputReader inputs, ExampleInputs examples, TimeProvider time)
{
    public const int DefaultFirst = 5_000;
    public const int DefaultBatch = 2_000;
    public const int DefaultWindow = 10_000;

    public async IAsyncEnumerable<ReplayLine> RunAsync(ModelDefinition model, ReplayRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ReplayBounds.Require(request);
        var arms = request.Arms!.Select(StreamArm.Of).ToList();
        int first = request.First ?? DefaultFirst;
        int batch = request.Batch ?? DefaultBatch;
        var data = database.Read(session => Read(session, model, first));
        if (data.Rows < first + batch)
            throw new RequestException("COP-REPLAY-001", $"{model.Name} has {data.Rows:N0} labelled rows; the replay needs {first:N0} to begin with and a batch of {batch:N0}.", RefusalKind.Conflict);

        for (int i = 0; i < arms.Count; i++)
        {
            var arm = arms[i];
            yield return new ReplayLine("progress", (double)i / arms.Count, null, $"{arm.Name}: {data.Rows - first:N0} rows in batches of {batch:N0}");
            var run = new StreamRun(data, model.Recipe, arm, first, batch, request.Window ?? DefaultWindow, time);
            var result = await TrainingJob.RunAsync(run.Play, cancellationToken);
            yield return new ReplayLine("arm", (i + 1.0) / arms.Count, null, $"{arm.Name} done", Arm: result);
        }

        yield return new ReplayLine("end", 1, null, "every arm has been played");
    }

    /// <summary>The stream in its own order; the pipeline knows only the first rows.</summary>
    private TrainingData Read(Session session, ModelDefinition model, int first)
    {
        long modelId = models.Find(session, model.Name) ?? 0;
        long now = time.GetUtcNow().ToMicroseconds();
        var rows = labels.Matured(session, modelId, now).Where(l => l.Source != LabelSource.Synthetic).OrderBy(l => l.AsOf).ThenBy(l => l.SourceId).ThenBy(l => l.Id).ToList();
        var scope = new PlanScope(now)
        {
            Until = rows.Take(first).Select(r => r.AsOf).DefaultIfEmpty(now).Max(),
            Window = model.Label.Window,
            Predicts = model.Predicts,
        };
        var behaviour = inputs.Plan(session, model.Features, scope, model.Recipe.Notes);
        long[] asOf = [.. rows.Select(r => r.AsOf)];
        var pipeline = FeaturePipeline.Fit(examples.Read(session, model, behaviour, [.. rows.Take(first)]), behaviour, ModelColumns.Options(model));
        // The place in the stream stands in for time, so that a slice of the newest rows means the newest in the stream.
        long[] places = [.. rows.Select((_, i) => (long)i)];
        return new TrainingData(
            model.Predicts,
            pipeline.Transform(examples.Read(session, model, behaviour, rows), asOf),
            [.. rows.Select(r => (float)r.Value)],
            [.. rows.Select(_ => 1f)],
            [.. rows.Select(r => r.CustomerId)],
            places,
            places);
    }
}
