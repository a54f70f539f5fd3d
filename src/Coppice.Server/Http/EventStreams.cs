using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Coppice.Client;

namespace Coppice.Server.Http;

/// <summary>Server-sent events of JSON objects; a failure half-way ends the stream with a <c>problem</c> event.</summary>
public sealed class EventStreams(ProblemMapper problems)
{
    public IResult Of<T>(IAsyncEnumerable<T> items, CancellationToken cancellationToken) =>
        TypedResults.ServerSentEvents(Events(items, cancellationToken));

    private async IAsyncEnumerable<SseItem<string>> Events<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var source = items.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            SseItem<string>? failure = null;
            bool more = false;
            try
            {
                more = await source.MoveNextAsync();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failure = new SseItem<string>(JsonSerializer.Serialize(problems.Map(e), CoppiceJson.Options), "problem");
            }

            if (failure is { } problem)
            {
                yield return problem;
                yield break;
            }

            if (!more)
                yield break;
            yield return new SseItem<string>(JsonSerializer.Serialize(source.Current, CoppiceJson.Options));
        }
    }
}
