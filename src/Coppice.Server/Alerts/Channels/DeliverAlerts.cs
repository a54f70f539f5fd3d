using Coppice.Server.Storage;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Coppice.Server.Alerts.Channels;

/// <summary>
/// Sends what waits for a channel, in order. A message is tried a few times at once, then again later and later, also after a restart, and
/// given up after three days. What has been sent is written down before the next is taken.
/// </summary>
public sealed class DeliverAlerts(Database database, AlertMessageStore messages, DeliveryOptions options, TimeProvider time, ILogger<DeliverAlerts> logger)
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestTry = TimeSpan.FromDays(3);

    private readonly ResiliencePipeline<Delivery> _pipeline = Build(options);

    /// <summary>Gives how many were sent.</summary>
    public async Task<int> RunAsync(IAlertChannel channel, CancellationToken cancellationToken)
    {
        int sent = 0;
        while (database.Read(session => messages.Oldest(session, channel.Name)) is { } waiting && waiting.NextAttempt <= time.GetUtcNow())
        {
            var delivery = await TryAsync(channel, waiting, cancellationToken);
            var tried = After(waiting, delivery);
            database.Write(session => messages.Update(session, tried));
            if (tried.SentAt is null && tried.GivenUpAt is null)
            {
                Log.NotSent(logger, channel.Name, delivery.Reason, tried.NextAttempt);
                return sent;
            }

            if (tried.SentAt is not null)
            {
                sent++;
                if (delivery.Reason is { } partly)
                    Log.PartlySent(logger, waiting.Id, channel.Name, partly);
            }
            else
            {
                Log.GivenUp(logger, waiting.Id, channel.Name, delivery.Reason);
            }
        }

        return sent;
    }

    private async Task<Delivery> TryAsync(IAlertChannel channel, WaitingMessage waiting, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async stop => await channel.SendAsync(waiting.Read(), stop), cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is not OutOfMemoryException)
        {
            return Delivery.Failed(e is TimeoutRejectedException ? $"No answer within {options.Patience.TotalSeconds:0.#} s." : e.Message);
        }
    }

    private WaitingMessage After(WaitingMessage waiting, Delivery delivery)
    {
        var now = time.GetUtcNow();
        if (delivery.State == DeliveryState.Sent)
            return waiting with { Attempts = waiting.Attempts + 1, SentAt = now, Error = delivery.Reason };
        var rest = FirstRest * Math.Pow(2, Math.Min(waiting.Attempts, 20));
        return waiting with
        {
            Attempts = waiting.Attempts + 1,
            NextAttempt = now + (rest < LongestRest ? rest : LongestRest),
            GivenUpAt = now - waiting.CreatedAt >= LongestTry ? now : null,
            Error = delivery.Reason,
        };
    }

    private static ResiliencePipeline<Delivery> Build(DeliveryOptions options) => new ResiliencePipelineBuilder<Delivery>()
        .AddRetry(new RetryStrategyOptions<Delivery>
        {
            MaxRetryAttempts = options.Retries,
            Delay = options.FirstPause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder<Delivery>()
                .HandleResult(delivery => delivery.State == DeliveryState.Failed)
                .Handle<HttpRequestException>()
                .Handle<TimeoutRejectedException>(),
        })
        .AddTimeout(options.Patience)
        .Build();
}
