using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Coppice.Client;

namespace Coppice.Server.Http;

/// <summary>
/// Server-sent events of JSON objects. What is refused before the first of them is an ordinary refusal; a failure half-way, or a
/// server that stops, ends the stream with a <c>problem</c> event.
/// </summary>
public sealed class EventStreams(ProblemMapper problems, IHostApplicationLifetime lifetime)
{
    /// <summary>How long the head of the answer waits for the first event, which may turn out to be a refusal.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public Task<IResult> OfAsync<T>(Func<CancellationToken, IAsyncEnumerable<T>> items, CancellationToken cancellationToken) =>
        OfAsync(items, static _ => null, cancellationToken);

    /// <summary>The same with a name for each event, and a number by which a caller that comes back says what it has seen.</summary>
    public async Task<IResult> OfAsync<T>(Func<CancellationToken, IAsyncEnumerable<T>> items, Func<T, EventLabel?> labelOf, CancellationToken cancellationToken)
    {
        var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var source = items(either.Token).GetAsyncEnumerator(either.Token);
        try
        {
            var first = source.MoveNextAsync().AsTask();
            await Task.WhenAny(first, Task.Delay(Patience, either.Token));
            if (first.IsCompleted)
                await first;
            return TypedResults.ServerSentEvents(Events(source, first, labelOf, either, cancellationToken));
        }
        catch
        {
            await source.DisposeAsync();
            either.Dispose();
            throw;
        }
    }

    private async IAsyncEnumerable<SseItem<string>> Events<T>(
        IAsyncEnumerator<T> source,
        Task<bool> next,
        Func<T, EventLabel?> labelOf,
        CancellationTokenSource either,
        [EnumeratorCancellation] CancellationToken caller)
    {
        using (either)
        await using (source)
        {
            while (true)
            {
                bool any = false;
                SseItem<string>? failure = null;
                try
                {
                    any = await next;
                }
                catch (Exception e) when (!caller.IsCancellationRequested)
                {
                    failure = new SseItem<string>(JsonSerializer.Serialize(problems.Map(e), CoppiceJson.Options), "problem");
                }

                if (failure is { } problem)
                {
                    yield return problem;
                    yield break;
                }

                if (!any)
                    yield break;
                var label = labelOf(source.Current);
                yield return new SseItem<string>(JsonSerializer.Serialize(source.Current, CoppiceJson.Options), label?.Name) { EventId = label?.Number.ToString() };
                next = source.MoveNextAsync().AsTask();
            }
        }
    }
}

/// <summary>How an event is called, and its number.</summary>
public sealed record EventLabel(string Name, long Number);
