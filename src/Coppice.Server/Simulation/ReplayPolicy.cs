using System.Runtime.CompilerServices;
using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Customers.Notes;
using Coppice.Server.Http;
using Coppice.Server.Labels;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Simulation;

/// <summary>
/// Runs the retraining policy over the recorded history under a compressed clock: each day only what was known by then exists,
/// and the real use cases decide. What it shows is what the policy would have done.
/// </summary>
public sealed class ReplayPolicy(Database database, DefinitionInForce workspace, WorkspaceLexicon lexicon)
{
    public async IAsyncEnumerable<ReplayLine> RunAsync(ModelDefinition model, ReplayRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ReplayBounds.Require(request);
        if (model.Label is ColumnLabel)
        {
            throw new RequestException(
                "COP-REPLAY-002",
                $"{model.Name} learns from labelled rows, which have no days to replay; compare ways of updating with --arms instead.",
                RefusalKind.Conflict);
        }

        await using var scratch = new ScratchWorkspace(workspace.Current, lexicon);
        var history = new RecordedHistory(database, scratch.Database);
        if (history.Range() is not { } range)
            throw new RequestException("COP-REPLAY-003", "There are no events to replay; import some first.", RefusalKind.Conflict);

        // Days without history have nothing to replay.
        var from = request.From is { } asked ? Later(asked, UtcMicroseconds.ToTime(range.First)) : (DateTimeOffset?)null;
        var first = from ?? UtcMicroseconds.ToTime(range.First + LabelSweep.WindowAndLag(model) + (60 * UtcMicroseconds.PerDay));
        var end = UtcMicroseconds.ToTime(range.Last);
        var last = request.Until is { } until && until < end ? until : end;
        var day = new DateTimeOffset(first.UtcDateTime.Date, TimeSpan.Zero);
        var score = new ReplayScore(scratch, model);
        long matured = 0;
        while (day <= last)
        {
            cancellationToken.ThrowIfCancellationRequested();
            scratch.Clock.StopAt(day);
            history.CopyUntil(day.ToMicroseconds());
            matured += (await scratch.Get<MatureLabels>().RunAsync(model, cancellationToken)).Matured;
            double fraction = (day - first) / (last - first + TimeSpan.FromDays(1));
            if (matured >= (workspace.Training.Triggers.NewLabels ?? 1))
            {
                matured = 0;
                foreach (var line in await score.DecideAsync(day, fraction, cancellationToken))
                    yield return line;
            }
            else
            {
                yield return new ReplayLine("progress", fraction, day, "");
            }

            day = day.AddDays(request.Every ?? 1);
        }

        yield return new ReplayLine("end", 1, last, score.Sentence(), Summary: score.Summary());
    }

    internal static RunResult? ResultOf(Run run) => run.Result is null ? null : JsonSerializer.Deserialize<RunResult>(run.Result, CoppiceJson.Options);

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
