using Coppice.Cli.Invocation;
using Coppice.Cli.Terminal;
using Coppice.Client;
using Spectre.Console;

namespace Coppice.Cli.Models;

/// <summary>Follows a batch to its end: a bar at a terminal, silence in a pipe. Interrupted, it takes the batch back.</summary>
internal static class BatchProgressView
{
    public static async Task<BatchResponse> FollowAsync(CommandContext context, CoppiceClient client, BatchResponse batch, CancellationToken cancellationToken)
    {
        try
        {
            if (context.Screen.IsLive && !context.IsJson)
                await ShowBarAsync(context, client, batch, cancellationToken);
            else
                await foreach (BatchResponse _ in client.FollowBatchAsync(batch.Id, cancellationToken))
                    continue;
        }
        catch (OperationCanceledException)
        {
            await client.CancelBatchAsync(batch.Id, CancellationToken.None);
            throw;
        }

        BatchResponse ended = await client.GetBatchAsync(batch.Id, cancellationToken);
        return ended.State == "done" ? ended : throw new CommandFailure($"Batch {ended.Id} {ended.State}: {ended.Error}");
    }

    /// <summary>Such as <c>purchase 4.2, churn 3.1</c>.</summary>
    public static string Names(IEnumerable<AnsweringVersion> models) => string.Join(", ", models.Select(m => $"{m.Model} {m.Version}"));

    private static Task ShowBarAsync(CommandContext context, CoppiceClient client, BatchResponse batch, CancellationToken cancellationToken) =>
        context.Screen.Console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                ProgressTask task = progress.AddTask(Markup.Escape(Names(batch.Models)), maxValue: batch.RowsTotal ?? 1);
                await foreach (BatchResponse now in client.FollowBatchAsync(batch.Id, cancellationToken))
                {
                    task.MaxValue = now.RowsTotal ?? 1;
                    task.Value = now.RowsDone;
                    task.Description = Markup.Escape($"{Names(now.Models)}  {Figures.Count((long)(now.RowsPerSecond ?? 0))} rows/s");
                }
            });
}
