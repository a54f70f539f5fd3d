using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Coppice.Server.Statistics;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Coppice.Server.Tests.Customers.Ingest;

/// <summary>Good bodies, damaged at random from a seed: what comes back is an answer or a refusal with a code, and what was acknowledged is there.</summary>
public sealed class IngestFuzzTests
{
    private const int Bodies = 150;

    private static readonly string[] Types = ["application/json", "application/x-ndjson", "text/csv"];

    private static readonly Dictionary<string, (string Table, string Object, string Csv)> Kinds = new()
    {
        ["events"] = ("events", """{"customer":"c1","type":"purchase","time":"2026-01-05T10:00:00Z","value":19.9,"quantity":2,"session":"s","product":"p","properties":{"a":[1,{"b":"x"}]},"id":"ID"}""", "customer,type,time,value,id\nc1,purchase,2026-01-05,19.9,ID\n"),
        ["notes"] = ("notes", """{"customer":"c1","text":"Called \u00e9 \"twice\".","language":"en","time":1767600000,"id":"ID"}""", "customer,text,time,id\nc1,\"Called, twice\",2026-01-05,ID\n"),
        ["profiles"] = ("profiles", """{"customer":"c1","time":"2026-01-01","attributes":{"country":"FR","age":41,"vip":true,"gone":null,"n":"ID"}}""", "customer,time,country,n\nc1,2026-01-01,FR,ID\n"),
        ["outcomes"] = ("outcomes", """{"customer":"c1","outcomes":{"left":"No","n":1.5},"time":"2026-01-05","id":"ID"}""", "customer,left,date\nc1,No,2026-01-05\n"),
        ["examples"] = ("examples", """{"customer":"c1","time":"2026-01-05","inputs":{"age":41,"plan":"pro","left":"Yes","n":"ID"}}""", "customer,date,age,left,n\nc1,2026-01-05,41,Yes,ID\n"),
    };

    private static readonly string[] Splices =
    [
        "null", "true", "{}", "[]", "\"\"", "-1", "1e400", "-0.0", "99999999999999999999999", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00x\"", "{\"a\":{\"a\":{\"a\":{\"a\":1}}}}", ",", ":", "\"", "\n", "\0", "}", "]",
        "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59-14:00\"", "1e18", "\"customer\":\"c2\",", "\u2028", "\uFEFF",
    ];

    [Theory]
    [InlineData("events", 1)]
    [InlineData("notes", 2)]
    [InlineData("profiles", 3)]
    [InlineData("outcomes", 4)]
    [InlineData("examples", 5)]
    public async Task A_damaged_body_is_answered_or_refused_and_what_was_acknowledged_is_there(string kind, int seed)
    {
        await using var server = await RunningServer.StartAsync();
        var random = new SplitMix64((ulong)seed);
        var (table, _, _) = Kinds[kind];
        long acknowledged = 0;
        for (int i = 0; i < Bodies; i++)
        {
            string type = Types[(int)random.NextBelow(Types.Length)];
            byte[] body = Damage(Body(kind, type, i, random), random);
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue(type);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            using var response = await server.Http.PostAsync($"/v1/{kind}", content, limit.Token);
            string answer = await response.Content.ReadAsStringAsync(limit.Token);

            string sent = $"{type} {Encoding.Latin1.GetString(body.AsSpan(0, Math.Min(body.Length, 600)))}\n{answer}";
            Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, sent);
            if (response.IsSuccessStatusCode)
                acknowledged += Recorded(answer);
            else
                Assert.Matches("COP-[A-Z]+-[0-9]{3}", (await RunningServer.ProblemOfAsync(response)).Code);
        }

        Assert.InRange(acknowledged, 1, long.MaxValue);
        Assert.Equal(acknowledged, server.Application.Services.GetRequiredService<Database>().Read(session => session.Value<long>($"SELECT COUNT(*) FROM {table}")));
    }

    [Theory]
    [InlineData("{\"customer\":\"", "\",\"type\":\"visit\"}", 'x')]
    [InlineData("{\"customer\":\"c\",\"type\":\"visit\",\"properties\":", "", '[')]
    [InlineData("", "", '[')]
    [InlineData("{\"customer\":\"c\",\"type\":\"visit\",\"value\":", "}", '9')]
    public async Task Ten_megabytes_of_one_letter_are_refused(string before, string after, char letter)
    {
        await using var server = await RunningServer.StartAsync();
        foreach (string type in Types)
        {
            using var response = await server.Http.PostAsync("/v1/events", RunningServer.Text(before + new string(letter, 10_000_000) + after, type), TestContext.Current.CancellationToken);

            Assert.InRange((int)response.StatusCode, 400, 499);
            await RunningServer.ProblemOfAsync(response);
        }
    }

    private static byte[] Body(string kind, string type, int number, SplitMix64 random)
    {
        var (_, one, csv) = Kinds[kind];
        string Own(int row) => one.Replace("ID", $"{number}-{row}", StringComparison.Ordinal);
        string text = type switch
        {
            "application/json" when random.NextBelow(2) == 0 => Own(0),
            "application/json" => $"[{Own(0)}, {Own(1)},{Own(2)}]",
            "application/x-ndjson" => $"{Own(0)}\n{Own(1)}\n{Own(2)}",
            _ => csv.Replace("ID", $"{number}", StringComparison.Ordinal),
        };
        return Encoding.UTF8.GetBytes(text);
    }

    private static byte[] Damage(byte[] body, SplitMix64 random)
    {
        var bytes = new List<byte>(body);
        for (long n = random.NextBelow(4); n > 0 && bytes.Count > 1; n--)
        {
            int at = (int)random.NextBelow(bytes.Count);
            int length = Math.Min((int)random.NextBelow(12), bytes.Count - at);
            switch (random.NextBelow(6))
            {
                case 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 1:
                    bytes[at] = (byte)random.NextBelow(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Splices[(int)random.NextBelow(Splices.Length)]));
                    break;
                default:
                    bytes.InsertRange(at, Enumerable.Repeat((byte)"[{\""[(int)random.NextBelow(3)], (int)random.NextBelow(300)));
                    break;
            }
        }

        return [.. bytes];
    }

    private static long Recorded(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        return (json.RootElement.TryGetProperty("recorded", out var one) ? one : json.RootElement.GetProperty("imported")).GetInt64();
    }
}
