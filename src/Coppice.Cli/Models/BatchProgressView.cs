using Coppice.Cli.Invocation;
using Coppice.Cli.Terminal;
using Coppice.Client;
using Spectre.Console;

namespace Coppice.Cli.Models;

/// <summary>Follows a batch: a bar at a terminal, silence in a pipe. Interrupted, it takes back what is not answered yet; answers refine on.</summary>
internal static class BatchProgressView
{
    private const string Refining = "refining";

    public static async Task<BatchResponse> FollowAsync(CommandContext context, CoppiceClient client, BatchResponse batch, BatchMoment moment, CancellationToken cancellationToken)
    {
        BatchResponse latest = batch;
        IAsyncEnumerable<BatchResponse> states = client.FollowBatchAsync(batch.Id, cancellationToken)
            .TakeWhile(now => (latest = now).State != Refining || moment == BatchMoment.Ended);
        try
        {
            if (context.Screen.IsLive && !context.IsJson)
                await ShowBarAsync(context, batch, states);
            else
                await foreach (BatchResponse _ in states)
                    continue;
        }
        catch (OperationCanceledException) when (latest.State != Refining)
        {
            await client.CancelBatchAsync(batch.Id, CancellationToken.None);
            throw;
        }

        BatchResponse ended = await client.GetBatchAsync(batch.Id, cancellationToken);
        return ended.State == "done" || (ended.State == Refining && moment == BatchMoment.Answered) ? ended : throw new CommandFailure($"Batch {ended.Id} {ended.State}: {ended.Error}");
    }

    /// <summary>Such as <c>purchase 4.2, churn 3.1</c>.</summary>
    public static string Names(IEnumerable<AnsweringVersion> models) => string.Join(", ", models.Select(m => $"{m.Model} {m.Version}"));

    private static Task ShowBarAsync(CommandContext context, BatchResponse batch, IAsyncEnumerable<BatchResponse> states) =>
        context.Screen.Console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                ProgressTask task = progress.AddTask(Markup.Escape(Names(batch.Models)), maxValue: batch.RowsTotal ?? 1);
                await foreach (BatchResponse now in states)
                {
                    (task.Value, task.MaxValue) = now.Refinement is { } refinement ? (refinement.Refined, refinement.Answers) : (now.RowsDone, now.RowsTotal ?? 1);
                    task.Description = Markup.Escape(Describe(now));
                }
            });

    private static string Describe(BatchResponse now) => now.Refinement is { } refinement
        ? $"{Names(now.Models)}  {Figures.Count(refinement.Refined)} of {Figures.Count(refinement.Answers)} quick answers refined"
        : $"{Names(now.Models)}  {Figures.Count((long)(now.RowsPerSecond ?? 0))} rows/s";
}
