using Coppice.Client;
using Coppice.Server.Alerts;
using Coppice.Server.Alerts.Rules;
using Coppice.Server.Quality;
using Coppice.Server.Serving.Batches;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Alerts.Rules;

public class WorkspaceRulesTests
{
    private static readonly WorkspaceFacts Quiet = new() { Now = Workspace.Day(50) };

    [Theory]
    [InlineData(36, AlertState.Fine, null)]
    [InlineData(37, AlertState.Wrong, AlertSeverity.Warning)]
    [InlineData(109, AlertState.Wrong, AlertSeverity.Critical)]
    public void A_daily_feed_that_misses_a_day_is_told(double hours, AlertState state, AlertSeverity? severity)
    {
        double[] daily = [.. Enumerable.Repeat(24 * 3600.0, 7)];
        var history = new FeedHistory(70, Workspace.Day(20), Workspace.Day(20).AddHours(hours)) { Gaps = daily };

        var reading = new FeedSilentRule(AlertCodes.OutcomesSilent, FeedNames.Outcomes).Look(Quiet with { Feeds = new Dictionary<string, FeedHistory> { ["outcomes"] = history } });

        Assert.Equal((state, severity), (reading.State, reading.Finding?.Severity));
        if (reading.Finding is { } found)
            Assert.Equal(("No outcomes have arrived since 2026-01-21 00:00 UTC; the longest usual gap is 24 hours.", Workspace.Day(20)), (found.Sentence, found.Since));
    }

    [Fact]
    public void A_feed_whose_habits_nobody_knows_is_not_missed()
    {
        var rule = new FeedSilentRule(AlertCodes.EventsSilent, FeedNames.Events);

        Assert.Equal(AlertState.Unknown, rule.Look(Quiet).State);
        Assert.Equal(AlertState.Unknown, rule.Look(Quiet with { Feeds = new Dictionary<string, FeedHistory> { ["events"] = new(5, Workspace.Day(1), Workspace.Day(40)) } }).State);
    }

    [Fact]
    public void The_last_batch_counts()
    {
        var rule = new ScoringFailsRule();

        Assert.Equal(AlertState.Fine, rule.Look(Quiet).State);
        Assert.Equal(AlertState.Fine, rule.Look(Quiet with { Batches = [BatchOf(3, "done"), BatchOf(2, "failed")] }).State);

        var night = rule.Look(Quiet with { Batches = [BatchOf(3, "failed"), BatchOf(2, "done")] }).Finding!;
        Assert.Equal((AlertSeverity.Warning, "Scoring all customers failed: no disk"), (night.Severity, night.Sentence));
        Assert.Equal("40 of 100 rows have an answer.", night.HowBad);

        var refining = rule.Look(Quiet with { Batches = [BatchOf(3, "failed") with { File = "june.csv", AnsweredAt = Workspace.Day(4), QuickAnswers = 100, Refined = 30 }, BatchOf(2, "failed")] }).Finding!;
        Assert.Equal((AlertSeverity.Critical, "Refining the scores of june.csv failed: no disk"), (refining.Severity, refining.Sentence));
        Assert.Equal("70 rows keep the quick answer.", refining.HowBad);
    }

    [Fact]
    public void A_loop_that_has_died_is_critical()
    {
        Assert.Equal(AlertState.Fine, new LoopEndedRule().Look(Quiet).State);

        var found = new LoopEndedRule().Look(Quiet with { Ended = [new EndedLoop("RefineLoop", "no disk")] }).Finding!;
        Assert.Equal((AlertSeverity.Critical, "RefineLoop of the server has ended: no disk"), (found.Severity, found.Sentence));
    }

    [Fact]
    public void A_refused_file_is_told_until_one_like_it_has_come()
    {
        var rule = new FileRefusedRule();
        var refused = FileOf(5, "orders-2026-02.csv", ImportRecord.Refused) with
        {
            Findings = ImportRecord.Write<QualityFinding>([new("COP-QUALITY-001", "column_gone", "blocking", "amount", "orders-2026-02.csv: the column amount is gone.")]),
        };

        var found = rule.Look(Quiet with { Imports = [FileOf(7, "visits.csv", ImportRecord.Imported), refused] }).Finding!;
        Assert.Equal((AlertSeverity.Warning, "A file of events was refused. orders-2026-02.csv: the column amount is gone.", "5"), (found.Severity, found.Sentence, found.Mark));
        Assert.Equal(AlertState.Fine, rule.Look(Quiet).State);
        Assert.Equal(AlertState.Fine, rule.Look(Quiet with { Imports = [FileOf(6, "orders-2026-03.csv", ImportRecord.Imported), refused] }).State);
        Assert.Equal(AlertState.Fine, rule.Look(Quiet with { Imports = [refused with { At = Workspace.Day(42) }] }).State);
    }

    private static ImportRecord FileOf(long id, string file, string state) =>
        new() { Id = id, Kind = "events", File = file, Source = "", At = Workspace.Day(49), Actor = "test", State = state };

    private static Batch BatchOf(long id, string state) => new()
    {
        Id = id,
        Kind = "all_customers",
        File = "",
        Actor = "coppice",
        State = state,
        Versions = "[]",
        RowsTotal = 100,
        RowsDone = 40,
        CreatedAt = Workspace.Day(id),
        Error = "no disk",
    };
}
