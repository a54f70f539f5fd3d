using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Coppice.Client;
using Coppice.Server.Reports;

namespace Coppice.Server.Tests.Reports;

public sealed partial class ReportPageTests
{
    private const string Hostile = "\"><script>alert('x')</script><img src=https://evil.example onerror=alert(1)></style>&{0}";

    [Fact]
    public void A_page_asks_no_other_host_for_anything()
    {
        string page = ReportPage.Write(SomeReport.Saying("purchase"));
        Assert.DoesNotContain("http:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("//", Comments().Replace(page, ""), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?i)<(link|img|iframe|object|embed|base|form)\b|\b(src|href|action|srcset)\s*=|@import|url\(|<script(?! type=""application/json"")", page);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_from_outside_never_becomes_markup()
    {
        string plain = ReportPage.Write(SomeReport.Saying("word"));
        string page = ReportPage.Write(SomeReport.Saying(Hostile));
        Assert.Contains("&lt;script&gt;alert", page, StringComparison.Ordinal);
        Assert.Equal(Tags(plain), Tags(page));
        Assert.True(ReportSeal.Check(page).IsWhole);
    }

    [Fact]
    public void The_figures_inside_are_those_that_were_reported()
    {
        var report = SomeReport.Saying(Hostile);
        var check = ReportSeal.Check(ReportPage.Write(report));
        Assert.Equal(JsonSerializer.Serialize(report, CoppiceJson.Options), JsonSerializer.Serialize(check.Report, CoppiceJson.Options));
        Assert.Contains("Whole", check.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_that_took_over_step_by_step_says_when_it_answered_whom()
    {
        var report = SomeReport.Saying("purchase");
        Assert.Contains("4.1 before, step by step: 0.5 % of the customers from ", ReportPage.Write(report), StringComparison.Ordinal);
        var atOnce = report with { Deployments = [.. report.Deployments.Select(change => change with { Steps = [] })] };
        Assert.DoesNotContain("step by step", ReportPage.Write(atOnce), StringComparison.Ordinal);
        Assert.Contains("Taking over from the champion", ReportPage.Write(atOnce with { Version = report.Version with { Role = "challenger" } }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".842 ±.011", ".852 ±.011")]
    [InlineData("\"block_rows\":1204", "\"block_rows\":1205")]
    [InlineData("Because of purchase", "Because of purchasE")]
    [InlineData("</body>", "</body> ")]
    public void A_changed_byte_breaks_the_seal(string before, string after)
    {
        string page = ReportPage.Write(SomeReport.Saying("purchase"));
        Assert.True(ReportSeal.Check(page).IsWhole);
        Assert.Contains(before, page, StringComparison.Ordinal);
        var check = ReportSeal.Check(page.Replace(before, after, StringComparison.Ordinal));
        Assert.False(check.IsWhole);
        Assert.Null(check.Report);
    }

    [Fact]
    public void A_changed_seal_and_no_seal_are_told()
    {
        string page = ReportPage.Write(SomeReport.Saying("purchase"));
        string seal = ReportSeal.Check(page).Seal!;
        Assert.False(ReportSeal.Check(page.Replace(seal, new string('0', 64), StringComparison.Ordinal)).IsWhole);
        Assert.Contains("no seal", ReportSeal.Check("<html></html>").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_audit_entry_that_does_not_give_its_hash_is_told_even_under_a_new_seal()
    {
        var report = SomeReport.Saying("purchase");
        string page = ReportPage.Write(report with { Audit = report.Audit with { Entries = [SomeReport.Fact("purchase") with { Actor = "somebody else" }] } });
        var check = ReportSeal.Check(page);
        Assert.False(check.IsWhole);
        Assert.Contains("Entry 7 of the audit", check.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_moves_is_drawn_and_stands_in_a_table()
    {
        string page = ReportPage.Write(SomeReport.Saying("purchase"));
        Assert.Contains("Of 1,000 customers as they were then, scored by 4.1 and by this version, 130 change tenth; 55 cross .50, from where people act (5.5 % of 25 % allowed).", page, StringComparison.Ordinal);
        Assert.Equal(100, Regex.Count(page, "class=\"heat\""));
        Assert.Contains("<title>7 customers from tenth 3 to tenth 4</title>", page, StringComparison.Ordinal);
        Assert.Contains("<td>3</td><td class=\"n\">0</td><td class=\"n\">7</td><td class=\"n\">87</td><td class=\"n\">7</td>", page, StringComparison.Ordinal);
        Assert.Contains("210 → 217 customers at .50 or above.", page, StringComparison.Ordinal);
        Assert.Contains("days since purchase −.40 → +.90", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_forgotten_is_told_by_quarter_and_group_the_weakest_first_in_view()
    {
        string page = ReportPage.Write(SomeReport.Saying("purchase"));
        string section = page[page.IndexOf("What has it forgotten?", StringComparison.Ordinal)..page.IndexOf("What does it take to answer?", StringComparison.Ordinal)];
        string inView = section[..section.IndexOf("<details>", StringComparison.Ordinal)];
        // Four quarters and the eight weakest of twenty groups; all of them behind the line.
        Assert.Equal((13, 38), (Regex.Count(inView, "<tr>"), Regex.Count(section, "<tr>")));
        Assert.Contains("<td>profile country = purchase4</td><td class=\"n\">150</td><td class=\"n\">−40.0 % ±5 %</td>", inView, StringComparison.Ordinal);
        Assert.Contains("before the world changed", inView, StringComparison.Ordinal);
        Assert.Contains("All 20 groups of customers", section, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"−40.0 % plus or minus 5 %\"", section, StringComparison.Ordinal);
    }

    [Fact]
    public void A_footprint_stands_beside_the_champion_s()
    {
        string page = ReportPage.Write(SomeReport.Saying("purchase"));
        Assert.Matches("this version</div><div><i style=\"width:100%\"></i></div><div class=\"n\">1.2 MB", page);
        Assert.Matches("champion 4.1</div><div><i style=\"width:66.67%\"></i></div><div class=\"n\">800 KB", page);
        Assert.Contains("0.024 ms", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_older_than_these_figures_leaves_them_out()
    {
        var report = SomeReport.Saying("purchase");
        var judged = report.Judgement! with { Eras = [], Footprint = null, Shock = report.Judgement!.Shock! with { DecileMoves = [], LargestMoves = [] } };
        string page = ReportPage.Write(report with { Judgement = judged });
        Assert.Contains("before moves between tenths were kept", page, StringComparison.Ordinal);
        Assert.DoesNotContain("What has it forgotten?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("What does it take to answer?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Who moves?", ReportPage.Write(report with { Judgement = judged with { Shock = null } }), StringComparison.Ordinal);
        Assert.True(ReportSeal.Check(page).IsWhole);
    }

    [Fact]
    public void Amounts_show_how_far_off_open_ones_are_expected_to_be()
    {
        var report = SomeReport.Saying("clv");
        string page = ReportPage.Write(report with { Errors = report.Performance with { Metric = "mae" } });
        Assert.Contains("How far off amounts are", page, StringComparison.Ordinal);
        Assert.Contains("MAE by week", page, StringComparison.Ordinal);
        // Four weeks wait, in either picture.
        Assert.Equal((4, 8), (Regex.Count(ReportPage.Write(report), "expected of 900 answers"), Regex.Count(page, "expected of 900 answers")));
    }

    [Fact]
    public void What_is_not_there_leaves_no_hole()
    {
        var report = SomeReport.Saying("clv");
        var bare = report with
        {
            Judgement = null,
            Answers = [],
            Drift = null,
            Deployments = [],
            Performance = report.Performance with { Points = [], Newest = null, Deployments = [] },
            Version = report.Version with { Role = "candidate", Metrics = new Dictionary<string, double?>(), Bands = new Dictionary<string, MetricBand>(), Importance = [], Recipe = null, BlockRows = 0 },
        };
        string page = ReportPage.Write(bare);
        Assert.True(ReportSeal.Check(page).IsWhole);
        Assert.Contains("It has never been judged.", page, StringComparison.Ordinal);
        Assert.Contains("Nobody has asked the model yet.", page, StringComparison.Ordinal);
    }

    private static string Tags(string page) => string.Join(' ', Tag().Matches(Data().Replace(page, "")).Select(match => match.Value));

    [GeneratedRegex("</?[a-z0-9]+", RegexOptions.None, 1_000)]
    private static partial Regex Tag();

    [GeneratedRegex("(?s)<script type=\"application/json\".*?</script>", RegexOptions.None, 1_000)]
    private static partial Regex Data();

    [GeneratedRegex("<!--.*?-->", RegexOptions.None, 1_000)]
    private static partial Regex Comments();
}
