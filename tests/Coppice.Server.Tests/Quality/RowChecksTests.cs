using Coppice.Client;
using Coppice.Server.Quality;

namespace Coppice.Server.Tests.Quality;

public class RowChecksTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_file_as_usual_says_nothing()
    {
        Assert.Empty(Found(File(0), Days(1, 10)));
    }

    [Theory]
    [InlineData(1000, 200, 0)]
    [InlineData(1000, 201, 1)]
    [InlineData(20, 9, 0)]
    public void A_fifth_that_cannot_be_used_refuses_the_file(long rows, long setAside, int expected)
    {
        var findings = new FindingList("orders.csv", check => check.Usual, []);

        RowChecks.LookBefore(File(0) with { RowsRead = rows, SetAside = setAside }, [], findings);

        Assert.Equal(expected, findings.Blocking.Count(f => f.Code == "COP-QUALITY-004"));
    }

    [Fact]
    public void Rows_that_say_nothing_and_rows_of_tomorrow_are_not_damaged()
    {
        var findings = new FindingList("labels.csv", check => check.Usual, []);

        RowChecks.LookBefore(File(0) with { RowsRead = 1000, SetAside = 950, Unfilled = 800, InFuture = 100 }, [], findings);

        Assert.Empty(findings.All);
    }

    [Fact]
    public void A_finding_that_is_accepted_blocks_nothing_and_stays_a_finding()
    {
        var findings = new FindingList("orders.csv", check => check.Usual, ["COP-QUALITY-004"]);

        RowChecks.LookBefore(File(0) with { RowsRead = 100, SetAside = 90 }, [], findings);

        Assert.True(Assert.Single(findings.All).Accepted);
        Assert.Empty(findings.Blocking);
    }

    [Theory]
    [InlineData(0.39, 0)]
    [InlineData(0.5, 1)]
    public void A_file_put_together_twice_is_noticed_without_any_before(double repeated, int expected)
    {
        var findings = new FindingList("orders.csv", check => check.Usual, []);

        RowChecks.LookBefore(File(0) with { Repeated = repeated }, [], findings);

        Assert.Equal(expected, findings.All.Count);
    }

    [Theory]
    [InlineData(350, 0)]
    [InlineData(300, 1)]
    [InlineData(2900, 0)]
    [InlineData(3100, 1)]
    public void A_third_and_three_times_the_usual_rows_are_the_least_that_is_noticed(long rows, int expected)
    {
        Assert.Equal(expected, Found(File(0) with { RowsRead = rows, Added = rows }, Days(1, 10)).Count(f => f.Check == "volume"));
    }

    [Fact]
    public void A_quiet_weekday_is_held_against_quiet_weekdays()
    {
        // Ten weeks of days; on Sundays a tenth.
        var weeks = Days(1, 70).Select(day => day.Record.At.DayOfWeek == DayOfWeek.Sunday ? Of(day.Record with { RowsRead = 100, Added = 100 }) : day).Take(20).ToList();
        var sunday = File(-1) with { RowsRead = 100, Added = 100 };

        Assert.Equal(DayOfWeek.Sunday, sunday.At.DayOfWeek);
        Assert.Contains(Found(sunday, [.. weeks.Where(day => day.Record.At.DayOfWeek != DayOfWeek.Sunday)]), f => f.Check == "volume");
        var sundays = Days(1, 70).Where(day => day.Record.At.DayOfWeek == DayOfWeek.Sunday).Select(day => Of(day.Record with { RowsRead = 100, Added = 100 })).Take(4);
        Assert.DoesNotContain(Found(sunday, [.. weeks.Where(day => day.Record.At.DayOfWeek != DayOfWeek.Sunday), .. sundays]), f => f.Check == "volume");
    }

    [Theory]
    [InlineData(1.2, 0)]
    [InlineData(4.0, 1)]
    public void News_that_is_old_is_noticed_where_it_used_to_be_fresh(double age, int expected)
    {
        Assert.Equal(expected, Found(File(0) with { LastTime = Monday.AddDays(-age) }, Days(1, 10)).Count(f => f.Check == "stale"));
    }

    [Fact]
    public void History_that_is_brought_in_month_by_month_is_not_old_news()
    {
        var months = Enumerable.Range(1, 10).Select(month => Of(File(0) with { LastTime = Monday.AddDays(-9000 - (30 * month)) })).ToList();

        Assert.Empty(Found(File(0) with { LastTime = Monday.AddDays(-9000) }, months));
    }

    [Fact]
    public void Outcomes_about_strangers_are_noticed_from_the_first_file_on()
    {
        var outcomes = File(0) with { Kind = "outcomes", NewCustomers = 700 };

        Assert.Contains(Found(outcomes, [], CustomersBefore.Some), f => f.Check == "unknown_customers");
        Assert.Empty(Found(outcomes, [], CustomersBefore.None));
        Assert.Empty(Found(outcomes with { Kind = "events" }, [], CustomersBefore.Some));
    }

    [Theory]
    [InlineData(30, 0)]
    [InlineData(400, 1)]
    public void Rows_that_are_known_are_noticed_beyond_the_usual_overlap(long known, int expected)
    {
        Assert.Equal(expected, Found(File(0) with { Added = 1000 - known, AlreadyKnown = known }, Days(1, 10)).Count(f => f.Check == "duplicates"));
    }

    [Fact]
    public void Dates_ahead_are_noticed()
    {
        var found = Assert.Single(Found(File(0) with { SetAside = 12, InFuture = 12 }, []));

        Assert.Equal(("COP-QUALITY-012", "warning"), (found.Code, found.Severity));
    }

    private static IReadOnlyList<QualityFinding> Found(ImportRecord now, IReadOnlyList<EarlierFile> earlier, CustomersBefore customers = CustomersBefore.Some)
    {
        var findings = new FindingList("orders.csv", check => check.Usual, []);
        RowChecks.LookAfter(now, earlier, customers, TimeZoneInfo.Utc, findings, []);
        return findings.All;
    }

    private static List<EarlierFile> Days(int first, int last) => [.. Enumerable.Range(first, last - first + 1).Select(day => Of(File(-day)))];

    private static EarlierFile Of(ImportRecord record) => new(record, new Dictionary<string, ColumnFigures>());

    private static ImportRecord File(int day) => new()
    {
        Kind = "events",
        File = "orders.csv",
        Source = "",
        At = Monday.AddDays(day),
        Actor = "test",
        State = ImportRecord.Imported,
        RowsRead = 1000,
        Added = 1000,
        LastTime = Monday.AddDays(day - 0.25),
    };
}
