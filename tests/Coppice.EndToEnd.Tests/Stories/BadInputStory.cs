using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;
using Coppice.Server.Statistics;

namespace Coppice.EndToEnd.Tests.Stories;

/// <summary>Whatever is wrong with what comes in: one clear sentence, an exit code above zero, and nothing changed.</summary>
public sealed class BadInputStory(ServedTable served) : IClassFixture<ServedTable>
{
    private const string LogHeader = "id,customer_id,type,time,value\n";

    public static TheoryData<string, string, string[], string[]> Files => new()
    {
        { "labels", "an empty file", ["import", "labels", "bad.csv"], ["bad.csv", "empty"] },
        { "labels", "a header only", ["import", "labels", "bad.csv"], ["bad.csv", "header", "no rows"] },
        { "labels", "a missing column", ["import", "labels", "bad.csv"], ["bad.csv", "column Churn", "coppice.yaml", "id, age"] },
        { "labels", "a binary file", ["import", "labels", "bad.csv"], ["bad.csv", "expected text", "binary"] },
        { "labels", "not UTF-8", ["import", "labels", "bad.csv"], ["bad.csv", "UTF-8", "line 2"] },
        { "events", "a wrong delimiter", ["import", "events", "bad.csv"], ["bad.csv", "a column for the customer", "id^customer_id"] },
        { "labels", "no such file", ["import", "labels", "bad.csv"], ["There is no file bad.csv"] },
        { "labels", "five rows", ["retrain"], ["churn needs at least 50 labelled rows", "5 were found", "4 were found"] },
        { "labels", "one class only", ["retrain"], ["churn has nothing to tell apart", "labels are 1"] },
        { "labels", "nothing imported", ["retrain"], ["churn needs at least 50 labelled rows", "0 were found"] },
        { "labels", "a table", ["predict", "bad.csv"], ["No model has a champion yet", "coppice retrain"] },
        { "labels", "a table", ["versions", "chrun"], ["no model chrun", "Did you mean churn?"] },
        { "labels", "a table", ["retrain", "chrun"], ["no model chrun", "Did you mean churn?"] },
        { "labels", "a table", ["promote", "churn", "7.1"], ["churn has no version 7.1"] },
        { "labels", "a table", ["rollback", "churn", "--to", "7.1"], ["churn has never been promoted"] },
        { "labels", "a table", ["compare", "churn", "7.1", "8.0"], ["churn has no version 7.1"] },
        { "labels", "a table", ["rollback", "churn"], ["churn has never been promoted", "nothing to roll back"] },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task It_is_refused_in_one_sentence_and_nothing_changes(string kind, string what, string[] command, string[] words)
    {
        bool imports = what is "five rows" or "one class only";
        using TemporaryFolder own = TemporaryFolder.WithWorkspace(kind == "events" ? Steps.PurchaseDefinition : Steps.TableDefinition);
        // Nothing may change, so most of them can meet the same server.
        TemporaryFolder folder = imports || kind == "events" ? own : served.Folder;
        File.Delete(folder.PathOf("bad.csv"));
        if (Bytes(what) is { } bytes)
            await File.WriteAllBytesAsync(folder.PathOf("bad.csv"), bytes, TestContext.Current.CancellationToken);
        if (imports)
            (await folder.RunAsync("import", "labels", "bad.csv")).Exits(0);
        string before = Counts(folder);
        CoppiceResult result = (await folder.RunAsync(command)).Exits(1);
        string sentence = Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(words.Count(w => sentence.Contains(w, StringComparison.Ordinal)) >= words.Length - (what == "five rows" ? 1 : 0), sentence);
        Assert.DoesNotContain("Exception", sentence);
        Assert.Equal(before, Counts(folder));
    }

    [Theory]
    [InlineData("a line of ten megabytes", "the line is longer than 1,048,576 characters", 3)]
    [InlineData("a date to come", "2060-01-01 lies in the future", 3)]
    [InlineData("NaN for a number", "the value \"NaN\" is not a number", 3)]
    [InlineData("an id twice", "the id \"7\" stands already in line 2", 3)]
    public async Task One_bad_row_is_set_aside_with_its_line_and_the_good_ones_are_kept(string what, string reason, int line)
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition);
        folder.Write("bad.csv", LogHeader + "7,good,visit,2024-01-01,1\n" + what switch
        {
            "a line of ten megabytes" => new string('x', 10_000_000) + "\n",
            "a date to come" => "8,bad,visit,2060-01-01,1\n",
            "NaN for a number" => "8,bad,visit,2024-01-02,NaN\n",
            _ => "7,bad,visit,2024-01-02,1\n",
        } + "9,good,visit,2024-01-03,1\n");
        CoppiceResult result = (await folder.RunAsync("import", "events", "bad.csv")).Exits(3);
        Assert.Equal($"bad.csv:{line}  {reason}", Assert.Single(result.OutputLines, l => l.Contains(reason, StringComparison.Ordinal))[..$"bad.csv:{line}  {reason}".Length]);
        Assert.Contains("2 rows imported, 1 set aside", result.Output);
        StatsResponse stats = await Steps.StatsAsync(folder);
        Assert.Equal((1, 2), (stats.Customers, stats.Events.Sum(e => e.Count)));
        Assert.True(new FileInfo(folder.PathOf("bad.csv.rejected.csv")).Length < 10_000);
    }

    [Theory]
    [InlineData("predicts:", "predict:", "coppice.yaml:4  predict is not a key in models.churn; did you mean predicts?")]
    [InlineData("workspace:", "workspce:", "coppice.yaml:1  workspce is not a key; did you mean workspace?")]
    [InlineData("columns: {", "colums: {", "coppice.yaml:7  colums is not a key in models.churn; did you mean columns?")]
    public async Task An_unknown_key_of_the_definition_file_is_named_with_its_line_and_the_nearest_known_one(string key, string written, string sentence)
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace(Steps.TableDefinition.Replace(key, written, StringComparison.Ordinal));
        CoppiceResult result = (await folder.RunAsync("status")).Exits(1);
        Assert.Contains(sentence, result.Error.Split('\n'));
        Assert.False(folder.Has("coppice.db"));
    }

    [Theory]
    [InlineData("a table", "Chrun", "bad.csv: there is no column \"Chrun\" (did you mean Churn?); there are id, age, plan, visits, Churn.")]
    [InlineData("a header only", "Churn", "bad.csv: it holds a header but no rows.")]
    [InlineData("no such file", "Churn", "There is no file bad.csv.")]
    public async Task A_table_no_definition_can_be_made_of_is_refused_and_no_definition_is_written(string what, string target, string sentence)
    {
        using var folder = new TemporaryFolder();
        if (Bytes(what) is { } bytes)
            await File.WriteAllBytesAsync(folder.PathOf("bad.csv"), bytes, TestContext.Current.CancellationToken);
        CoppiceResult result = (await folder.RunAsync("init", "--from-csv", "bad.csv", "--target", target)).Exits(1);
        Assert.Equal(sentence + "\n", result.Error);
        Assert.False(folder.Has("coppice.yaml"));
    }

    [Theory]
    [InlineData("http://example.org:99", "\"example.org\" is no address of this machine; give 127.0.0.1 or another of its numbers.")]
    [InlineData("taken", "Failed to bind to address {0}: address already in use.")]
    public async Task An_address_that_cannot_be_served_on_is_refused(string url, string sentence)
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace(Steps.TableDefinition);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string asked = url == "taken" ? $"http://{taken.LocalEndpoint}" : url;
        CoppiceResult result = (await folder.RunAsync("serve", "--url", asked)).Exits(1);
        Assert.Equal(string.Format(CultureInfo.InvariantCulture, sentence, asked) + "\n", result.Error);
        Assert.Null(await Steps.ChampionAsync(folder));
    }

    private static byte[]? Bytes(string what)
    {
        string table = SomeFiles.Table(200);
        string[] lines = table.Split('\n');
        return what switch
        {
            "an empty file" => [],
            "a header only" => Encoding.UTF8.GetBytes(lines[0] + "\n"),
            "a missing column" => Encoding.UTF8.GetBytes(string.Concat(lines[..^1].Select(l => l[..l.LastIndexOf(',')] + "\n"))),
            "a binary file" => Noise(),
            "not UTF-8" => Encoding.Latin1.GetBytes("id,age,plan,visits,Churn\nRené,30,basic,3.00,Yes\n"),
            "a wrong delimiter" => Encoding.UTF8.GetBytes((LogHeader + "1,k1,visit,2024-01-01,2\n").Replace(',', '^')),
            "five rows" => Encoding.UTF8.GetBytes(string.Join('\n', lines[..6]) + "\n"),
            "one class only" => Encoding.UTF8.GetBytes(table.Replace(",No\n", ",Yes\n", StringComparison.Ordinal)),
            "a table" => Encoding.UTF8.GetBytes(table),
            _ => null,
        };
    }

    private static byte[] Noise()
    {
        var random = new SplitMix64(3);
        return [.. Enumerable.Range(0, 50_000).Select(_ => (byte)random.NextBelow(256))];
    }

    // A run that is refused has still read the labels that were there, and is remembered with its reason.
    private static string Counts(TemporaryFolder folder)
    {
        string[] tables = ["customers", "events", "profiles", "notes", "outcomes", "examples", "predictions", "versions", "deployments", "artifacts"];
        if (!folder.Has("coppice.db"))
            return string.Join(' ', tables.Select(_ => 0));
        using var file = new WorkspaceFile(folder);
        return string.Join(' ', tables.Select(t => file.Count($"SELECT COUNT(*) FROM {t}")));
    }
}
