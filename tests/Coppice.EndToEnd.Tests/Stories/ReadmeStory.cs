using System.Text.RegularExpressions;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Stories;

/// <summary>The README is followed as a stranger would: its commands in order, each section in a folder of its own, the demo shortened.</summary>
public sealed partial class ReadmeStory
{
    /// <summary>Long enough for the price shock and the rollback after it.</summary>
    private const int DemoDays = 120;

    [Fact]
    public async Task Every_command_of_the_readme_does_what_it_says()
    {
        using var demo = new TemporaryFolder();
        await using var process = demo.Start("demo", "--days", DemoDays.ToString());
        var played = (await process.WaitAsync(TimeSpan.FromMinutes(5))).Exits(0);
        Compare(Quoted(Section(null)), played.OutputLines);
        var performance = (await demo.RunAsync("performance", "purchase", "--plot", "--workspace", "coppice-demo")).Exits(0);
        Assert.Contains("▲", performance.Output);

        using var shop = new TemporaryFolder();
        using var table = new TemporaryFolder();
        table.Write("customers.csv", SomeFiles.Table(600));
        shop.Write("orders.csv", SomeFiles.PurchaseLog(600));
        shop.Write("customers.csv", "customer\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"k{i}\n")));

        using var boutique = new TemporaryFolder();
        DateTimeOffset today = TimeProvider.System.GetUtcNow();
        var (notes, outcomes) = SomeConversations.Of(1_400, today.AddDays(-31));
        boutique.Write("notes.csv", notes);
        boutique.Write("outcomes.csv", outcomes);
        boutique.Write("new_notes.csv", SomeConversations.New(20, today.AddDays(-1)));

        await FollowAsync(table, "Start from a CSV");
        await FollowAsync(boutique, "Start from conversations");
        await FollowAsync(shop, "Import a purchase history");
        await FollowAsync(shop, "Predict");
        await FollowAsync(demo, "Retrain and see why");
        await FollowAsync(demo, "Roll back");
    }

    /// <summary>
    /// What happens on which day has to be what the README shows; its figures move in their last digits with every learner. COPPICE_UPDATE_DOCS=1
    /// puts the figures of this run in their place.
    /// </summary>
    private static void Compare(string[] quoted, IEnumerable<string> output)
    {
        var played = output.DistinctBy(WithoutFigures).ToDictionary(WithoutFigures);
        Assert.NotEmpty(quoted);
        Assert.DoesNotContain(quoted, line => !played.ContainsKey(WithoutFigures(line)));
        if (Environment.GetEnvironmentVariable("COPPICE_UPDATE_DOCS") != "1")
            return;
        string file = Path.Combine(Root(), "README.md");
        File.WriteAllText(file, quoted.Aggregate(File.ReadAllText(file), (text, line) => text.Replace(line, played[WithoutFigures(line)], StringComparison.Ordinal)));
    }

    /// <summary>Day, model, versions and words stay.</summary>
    private static string WithoutFigures(string line) => Figure().Replace(line, "#");

    private static async Task FollowAsync(TemporaryFolder folder, string section)
    {
        var commands = Commands().Matches(Section(section)).Select(m => m.Groups["command"].Value).ToList();
        Assert.NotEmpty(commands);
        foreach (string command in commands)
            (await folder.RunAsync([.. Words().Matches(command).Select(w => w.Value.Trim('"'))])).Exits(0);
    }

    private static string[] Quoted(string section) => Regex
        .Match(section, "```text\n(?<lines>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["lines"].Value
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Section(string? title)
    {
        string readme = File.ReadAllText(Path.Combine(Root(), "README.md"));
        int start = title is null ? 0 : readme.IndexOf($"\n## {title}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"README.md has no section {title}.");
        int end = readme.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return readme[start..(end < 0 ? readme.Length : end)];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Coppice.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"^\$ \./coppice (?<command>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Commands();

    [GeneratedRegex(@"(?<=:.*)\d[\d,]*\.?\d*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();

    [GeneratedRegex("\"[^\"]*\"|\\S+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
