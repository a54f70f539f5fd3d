using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Reports;

public sealed class ReportsEndpointsTests
{
    [Fact]
    public async Task A_report_says_what_the_api_says_of_the_same_version()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var served = await ServedWorkspace.TrainedAsync();
        await served.PredictAsync("churn", TrainedWorkspace.Rows(120, firstDay: -5, days: 1, seed: 4));

        var report = await served.Client.GetReportAsync("churn", "1.0", cancellation);

        Assert.Equal(Text((await served.Client.GetVersionsAsync("churn", cancellationToken: cancellation))[0]), Text(report.Version));
        Assert.Equal(Text(await served.Client.GetPerformanceAsync("churn", cancellationToken: cancellation)), Text(report.Performance));
        Assert.Equal(Text(await served.Client.GetDeploymentsAsync("churn", cancellationToken: cancellation)), Text(report.Deployments));
        Assert.Equal(Text((await served.Client.GetStatsAsync(cancellation)).Labels.Where(l => l.Model == "churn")), Text(report.Labels));
        Assert.Equal("True where the column left says Yes.", report.Card.Label);
        Assert.Equal((report.Version.BlockRows, "promoted", "first"), (report.Judgement!.Rows, report.Judgement.Decision, report.Judgement.Code));
        Assert.Equal(report.Version.BlockRows, report.Judgement.Tenths.Sum(tenth => tenth.Rows));
        Assert.Equal(report.Version.TrainingRows, report.Training.Rows);
        Assert.Equal(["promote", "train"], report.Audit.Entries.Select(entry => entry.Action).Order());
        Assert.All(report.Audit.Entries, entry => Assert.True(entry.IsWhole()));
        var place = await served.Client.GetAuditPlaceAsync(report.Audit.Position, cancellation);
        Assert.Equal((report.Audit.Hash, null), (place.Hash, place.FirstBreak));

        string page = await served.Client.GetReportPageAsync("churn", "1.0", cancellation);
        var check = ReportSeal.Check(page);
        Assert.True(check.IsWhole, check.Sentence);
        Assert.Equal(Text(report.Version), Text(check.Report!.Version));

        var unknown = await Assert.ThrowsAsync<CoppiceException>(() => served.Client.GetReportAsync("churn", "9.0", cancellation));
        Assert.Equal("COP-DEPLOY-001", unknown.Problem.Code);
        await Assert.ThrowsAsync<CoppiceException>(() => served.Client.GetAuditPlaceAsync(report.Audit.Position + 1_000, cancellation));
    }

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, CoppiceJson.Options);
}
