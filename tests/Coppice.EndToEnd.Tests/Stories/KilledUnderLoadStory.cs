using System.Collections.Concurrent;
using System.Text;
using Coppice.EndToEnd.Tests.Support;
using Coppice.Server.Statistics;

namespace Coppice.EndToEnd.Tests.Stories;

/// <summary>kill -9 in a loop while clients send: what the server has acknowledged is there after the restart, once, audited by id.</summary>
public sealed class KilledUnderLoadStory
{
    private const int Kills = 6;
    private const int ClientsOfEach = 3;

    /// <summary>What clients send; each gives the ids of one request and the request that brings them.</summary>
    private static readonly Sender[] Senders =
    [
        new("SELECT sender_id FROM events WHERE sender_id LIKE 'one-%'", (client, number) => ([$"one-{client}-{number}"], ids =>
            Post("/v1/events", $$"""{"customer":"c{{number % 50}}","type":"visit","id":"{{ids[0]}}"}""", "application/json"))),
        new("SELECT sender_id FROM events WHERE sender_id LIKE 'many-%'", (client, number) => ([.. Enumerable.Range(0, 200).Select(i => $"many-{client}-{number}-{i}")], ids =>
            Post("/v1/events", string.Concat(ids.Select((id, i) => $$"""{"customer":"c{{i % 50}}","type":"purchase","value":5,"id":"{{id}}"}""" + "\n")), "application/x-ndjson"))),
        new("SELECT prediction_id FROM predictions WHERE prediction_id LIKE 'asked-%'", (client, number) => ([$"asked-{client}-{number}"], ids =>
            Post("/v1/models/churn/predict", $$"""{"customer":"c{{number % 50}}","features":{},"prediction_id":"{{ids[0]}}"}""", "application/json"))),
    ];

    [Fact]
    public async Task What_was_acknowledged_is_there_once_however_often_the_server_is_killed()
    {
        using var folder = new TemporaryFolder();
        await Steps.TrainTableAsync(folder);
        var random = new SplitMix64(31);
        var acknowledged = Senders.Select(_ => new ConcurrentBag<string>()).ToArray();
        var unsure = Senders.Select(_ => new ConcurrentBag<Func<HttpRequestMessage>>()).ToArray();
        for (int kill = 0; kill < Kills; kill++)
        {
            await using CoppiceProcess server = folder.Start("serve", "--url", "http://127.0.0.1:0");
            Uri address = await Steps.AddressAsync(server);
            int before = acknowledged[0].Count;
            Task clients = Task.WhenAll(
                from sender in Enumerable.Range(0, Senders.Length)
                from client in Enumerable.Range(0, ClientsOfEach)
                select Task.Run(() => SendUntilKilledAsync(address, Senders[sender], $"{kill}-{client}", acknowledged[sender], unsure[sender])));
            while (acknowledged[0].Count == before)
                await Task.Delay(5, TestContext.Current.CancellationToken);
            await Task.Delay(50 + (int)random.NextBelow(600), TestContext.Current.CancellationToken);
            server.Kill();
            await clients;
        }

        await SendAgainAsync(folder, unsure);
        using var file = new WorkspaceFile(folder);
        file.HoldsNothingHalfDone();
        for (int i = 0; i < Senders.Length; i++)
        {
            var there = file.Column(Senders[i].Sql);
            Assert.Equal(there.Count, there.Distinct().Count());
            Assert.Empty(acknowledged[i].Except(there));
            Assert.True(acknowledged[i].Count > Kills, $"{acknowledged[i].Count} acknowledged");
        }
    }

    private static async Task SendUntilKilledAsync(Uri address, Sender sender, string client, ConcurrentBag<string> acknowledged, ConcurrentBag<Func<HttpRequestMessage>> unsure)
    {
        using var http = new HttpClient { BaseAddress = address };
        for (int number = 0; ; number++)
        {
            var (ids, request) = sender.Make(client, number);
            try
            {
                using HttpRequestMessage message = request(ids);
                using HttpResponseMessage response = await http.SendAsync(message);
                response.EnsureSuccessStatusCode();
                await response.Content.ReadAsByteArrayAsync();
            }
            catch (HttpRequestException)
            {
                unsure.Add(() => request(ids));
                return;
            }

            foreach (string id in ids)
                acknowledged.Add(id);
        }
    }

    /// <summary>A client that got no answer sends once more: it may have been recorded or not, and must not be there twice.</summary>
    private static async Task SendAgainAsync(TemporaryFolder folder, ConcurrentBag<Func<HttpRequestMessage>>[] unsure)
    {
        await using CoppiceProcess server = folder.Start("serve", "--url", "http://127.0.0.1:0");
        using var http = new HttpClient { BaseAddress = await Steps.AddressAsync(server) };
        foreach (Func<HttpRequestMessage> request in unsure.SelectMany(u => u))
        {
            using HttpRequestMessage message = request();
            using HttpResponseMessage response = await http.SendAsync(message, TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        server.Kill();
    }

    private static HttpRequestMessage Post(string path, string body, string type) =>
        new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };

    /// <summary>One kind of request.</summary>
    /// <param name="Sql">The ids that are on disk.</param>
    /// <param name="Make">The ids that a client's request of a number brings, and the request for them.</param>
    private sealed record Sender(string Sql, Func<string, int, (string[] Ids, Func<string[], HttpRequestMessage> Request)> Make);
}
