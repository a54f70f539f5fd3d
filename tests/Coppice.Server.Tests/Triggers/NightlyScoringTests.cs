using System.Diagnostics;
using System.Text;
using Coppice.Client;
using Coppice.Server.Statistics;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Triggers;

public class NightlyScoringTests
{
    private const int Customers = 300;
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_night_all_customers_get_a_prediction_and_missed_nights_are_caught_up_once()
    {
        var clock = new SetClock(Noon);
        await using var workspace = await ServedWorkspace.EmptyAsync(clock);
        await workspace.ImportAsync("events", History());
        await workspace.RetrainAsync("purchase");
        await UntilAsync(async () => (await NextScoringAsync(workspace))?.NextDue == Night(2));
        Assert.Equal(0, (await workspace.Client.GetStatsAsync(Cancellation)).Predictions);

        // An event turns the loop; who is known only by it is asked about as well.
        clock.Set(Night(2).AddMinutes(-1));
        await workspace.Client.RecordEventAsync(new NewEvent("c0", "visit"), Cancellation);
        await Task.Delay(300, Cancellation);
        Assert.Empty((await workspace.Client.GetBatchesAsync(cancellationToken: Cancellation)).Batches);
        clock.Set(Night(2).AddMinutes(1));
        await workspace.Client.RecordEventAsync(new NewEvent("new", "visit"), Cancellation);
        await UntilScoredAsync(workspace, batches: 1);

        Assert.Equal(Customers + 1, Count(workspace, "SELECT COUNT(*) FROM predictions"));
        Assert.Equal(Customers + 1, Count(workspace, "SELECT COUNT(DISTINCT customer_id) FROM predictions"));
        Assert.Equal(0, Count(workspace, $"SELECT COUNT(*) FROM predictions WHERE as_of < {Night(2).ToMicroseconds()}"));
        Assert.Equal(1, Count(workspace, "SELECT COUNT(*) FROM audit WHERE action = 'batch' AND actor = 'coppice'"));
        Assert.Equal(Night(3), (await NextScoringAsync(workspace))!.NextDue);

        await workspace.StopAsync();
        clock.Set(Night(6).AddHours(4));
        await workspace.StartAsync();
        await UntilScoredAsync(workspace, batches: 2);
        await workspace.Client.RecordEventAsync(new NewEvent("c0", "visit"), Cancellation);
        await Task.Delay(300, Cancellation);

        Assert.Equal(2, (await workspace.Client.GetBatchesAsync(cancellationToken: Cancellation)).Batches.Count);
        Assert.Equal(2 * (Customers + 1), Count(workspace, "SELECT COUNT(*) FROM predictions"));
        var next = (await NextScoringAsync(workspace))!;
        Assert.Equal(Night(7), next.NextDue);
        Assert.InRange(next.LastFired!.Value, Night(6).AddHours(4), Night(6).AddHours(5));
    }

    private static DateTimeOffset Night(int day) => new(2026, 6, day, 3, 30, 0, TimeSpan.Zero);

    private static async Task<ScheduleStatus?> NextScoringAsync(ServedWorkspace workspace) =>
        (await workspace.Client.GetRetrainingAsync(Cancellation)).Models.Single(m => m.Model == "purchase").Schedules.SingleOrDefault(s => s.Name == "score");

    private static Task UntilScoredAsync(ServedWorkspace workspace, int batches) => UntilAsync(async () =>
    {
        var page = await workspace.Client.GetBatchesAsync(cancellationToken: Cancellation);
        return page.Batches.Count >= batches && page.Batches.All(b => b.State == "done");
    });

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var watch = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "Nothing happened within a minute.");
            await Task.Delay(20, Cancellation);
        }
    }

    private static long Count(ServedWorkspace workspace, string sql) => workspace.Get<Database>().Read(session => session.Value<long>(sql));

    /// <summary>Half a year in which some customers buy often and others hardly ever.</summary>
    private static string History()
    {
        var random = new SplitMix64(3);
        var text = new StringBuilder("customer,type,time\n");
        for (int customer = 0; customer < Customers; customer++)
        {
            text.Append($"c{customer},visit,2025-12-01\n");
            for (int day = 1; day < 180; day++)
            {
                if (random.NextDouble() < (customer % 2 == 0 ? 0.06 : 0.004))
                    text.Append($"c{customer},purchase,{Noon.AddDays(day - 181):yyyy-MM-dd}\n");
            }
        }

        return text.ToString();
    }
}
