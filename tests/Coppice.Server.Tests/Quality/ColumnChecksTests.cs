using System.Globalization;
using System.Text;
using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Quality;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Quality;

public class ColumnChecksTests
{
    private const int Rows = 100;

    [Fact]
    public void Files_that_are_alike_say_nothing()
    {
        Assert.Empty(Found(File(), File(start: 7), File(start: 13), File(start: 29)));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public void A_column_is_missed_once_two_files_had_it(int earlier, int expected)
    {
        string without = File(columns: "customer,plan");

        var found = Found(without, [.. Enumerable.Range(0, earlier).Select(start => File(start))]);

        Assert.Equal(expected, found.Count(f => f is { Check: "column_gone", Severity: "blocking", Column: "amount" }));
    }

    [Fact]
    public void A_column_that_is_there_and_empty_is_gone_too()
    {
        var found = Assert.Single(Found(File(amount: _ => ""), File(), File()));

        Assert.Equal(("column_gone", "amount"), (found.Check, found.Column));
        Assert.Contains("empty in all of 100 rows", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_column_is_a_warning()
    {
        var found = Assert.Single(Found(File(columns: "customer,amount,plan,colour"), File(), File()));

        Assert.Equal(("COP-QUALITY-002", "warning", "colour"), (found.Code, found.Severity, found.Column));
    }

    [Theory]
    [InlineData("12,50 EUR", 1)]
    [InlineData("2026-01-03", 1)]
    [InlineData("7", 0)]
    public void What_a_column_holds_is_expected_of_it(string cell, int expected)
    {
        var found = Found(File(amount: _ => $"\"{cell}\""), File(), File());

        Assert.Equal(expected, found.Count(f => f is { Check: "type", Severity: "blocking", Column: "amount" }));
    }

    // Of a hundred cells 0, 1 and 2 were empty before: three standard errors of a share of .02 are .042, so that six are still usual.
    [Theory]
    [InlineData(5, 0)]
    [InlineData(8, 1)]
    public void Empty_cells_are_counted_against_what_varied_before(int empty, int expected)
    {
        var found = Found(File(amount: Empty(empty)), File(amount: Empty(0)), File(amount: Empty(1)), File(amount: Empty(2)));

        Assert.Equal(expected, found.Count(f => f is { Check: "missing", Severity: "warning" }));
    }

    [Theory]
    [InlineData(100, "half of amount lies above")]
    [InlineData(0.01, "half of amount lies below")]
    public void Cents_for_euros_are_noticed(double factor, string sentence)
    {
        var found = Assert.Single(Found(File(amount: row => Number(factor * (20 + (row % 10)))), Euros(0), Euros(1), Euros(2)));

        Assert.Equal("COP-QUALITY-007", found.Code);
        Assert.Contains(sentence, found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_slip_is_noticed()
    {
        var found = Assert.Single(Found(File(amount: row => row == 50 ? "20000" : Number(20 + (row % 10))), Euros(0), Euros(1), Euros(2)));

        Assert.Contains("goes as far as 20000", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_climb_from_file_to_file_go_on_climbing()
    {
        string[] orders = [.. Enumerable.Range(0, 4).Select(file => File(amount: row => Number((1000 * file) + row)))];

        Assert.Empty(Found(orders[3], orders[2], orders[1], orders[0]));
        Assert.NotEmpty(Found(File(amount: row => Number(90_000 + row)), orders[2], orders[1], orders[0]));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(6, 1)]
    public void A_category_nobody_had_is_named_where_it_is_common(int rows, int expected)
    {
        var found = Found(File(plan: row => row < rows ? "gold" : "free"), File(), File(), File());

        Assert.Equal(expected, found.Count(f => f.Check == "new_category" && f.Sentence.Contains("\"gold\" in 6 rows", StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_every_file_brings_new_words_another_is_no_news()
    {
        Assert.Empty(Found(File(plan: _ => "may"), File(plan: _ => "april"), File(plan: _ => "march"), File(plan: _ => "february")));
    }

    [Fact]
    public void The_workspace_says_what_a_finding_does()
    {
        var severities = new QualitySettings
        {
            Chosen = new Dictionary<(string, string), QualitySeverity> { [("events", "column_gone")] = QualitySeverity.Warning, [("events", "column_new")] = QualitySeverity.Off },
        };

        var found = Assert.Single(Found(File(columns: "customer,plan,colour"), [File(), File()], check => severities.Of("events", check)));

        Assert.Equal(("column_gone", "warning"), (found.Check, found.Severity));
    }

    private static IReadOnlyList<QualityFinding> Found(string now, params string[] newestFirst) => Found(now, newestFirst, check => check.Usual);

    private static IReadOnlyList<QualityFinding> Found(string now, string[] newestFirst, Func<QualityCheck, QualitySeverity> severityOf)
    {
        var earlier = newestFirst.Select(text => new EarlierFile(Some(), Columns(text).Select(ColumnFigures.Of).ToDictionary(c => c.Name))).ToList();
        var findings = new FindingList("orders.csv", severityOf, []);
        ColumnChecks.Look(Columns(now), earlier, findings);
        return findings.All;
    }

    private static IReadOnlyList<InferredColumn> Columns(string text)
    {
        using var reader = TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(text))).Reader!;
        return TableProfile.Read(reader).Columns;
    }

    private static ImportRecord Some() =>
        new() { Kind = "events", File = "orders.csv", Source = "", At = DateTimeOffset.UnixEpoch, Actor = "test", State = ImportRecord.Imported };

    private static string Euros(int start) => File(start, amount: row => Number(20 + (row % 10)));

    private static Func<int, string> Empty(int cells) => row => row < cells ? "" : Number(row);

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string File(int start = 0, Func<int, string>? amount = null, Func<int, string>? plan = null, string columns = "customer,amount,plan")
    {
        var text = new StringBuilder(columns).Append('\n');
        for (int row = 0; row < Rows; row++)
        {
            var cells = columns.Split(',').Select(column => column switch
            {
                "customer" => $"c{start + row}",
                "amount" => (amount ?? (r => Number(10 + (r % 50))))(row),
                "plan" => (plan ?? (r => r % 3 == 0 ? "pro" : "free"))(row),
                _ => "red",
            });
            text.AppendJoin(',', cells).Append('\n');
        }

        return text.ToString();
    }
}
