using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Stories;

public sealed class WorthStory
{
    private const string Definition = """
        workspace: cdnow
        models:
          clv:
            predicts: amount
            label: { sum: purchase.value, within: 90d }
            lag: 0d
            backfill: { every: month, from: 1997-05-01 }

        """;

    [Fact]
    public async Task Ranges_of_what_real_customers_spend_hold_as_often_as_they_say()
    {
        string log = SharedData.PathOf("cdnow/CDNOW_master.txt");
        using var folder = new TemporaryFolder();
        folder.Write("coppice.yaml", Definition);
        (await folder.RunAsync("import", "events", log, "--map", "time=date")).Exits(0);

        RunResult result = (await folder.RunAsync("retrain", "clv", "--as-of", "1998-04-01", "--json")).Exits(0).Json<RunResponse>().Result!;

        // Nineteen in twenty of the quietest customers spend nothing, so no range of theirs holds fewer.
        Assert.InRange(result.Metrics["interval_coverage"]!.Value, 0.88, 0.96);
        Assert.InRange(result.Metrics["top_decile_coverage"]!.Value, 0.86, 0.95);
        MetricBand top = result.Bands["top_decile_coverage"];
        Assert.InRange(top.Upper - top.Lower, 0.01, 0.04);
        Assert.Equal(10, result.Deciles!.Count);

        CoppiceResult status = (await folder.RunAsync("status")).Exits(0);
        Assert.Matches(@"top 10 % hold 5\d % ±\d +≥ 5\d %", status.Output);
        folder.Write("customers.csv", "customer\n00003\n");
        string[] answer = (await folder.RunAsync("predict", "clv", "customers.csv")).Exits(0).Output.Split('\n')[1].Split(',');
        Assert.InRange(double.Parse(answer[2]), double.Parse(answer[5]), double.Parse(answer[6]));
        Assert.Contains(" to ", (await folder.RunAsync("customers", "show", "00003")).Exits(0).Output);
    }
}
