using System.Text.RegularExpressions;

namespace Coppice.Server.Tests.Conventions;

public partial class FolderOrderTests
{
    /// <summary>A folder may use only folders before it. The same list stands in docs/architecture.md.</summary>
    private static readonly string[] Order =
    [
        "Statistics", "Text", "Storage", "Http", "Files", "Audit", "Security", "Schedules",
        "Workspaces", "Quality", "Customers", "Features",
        "Predictions", "Outcomes", "Labels",
        "Learners", "Models", "Training", "Evaluation",
        "Gates", "Deployments", "Tuning", "Serving", "Ramps",
        "Drift", "Performance", "Triggers", "Alerts",
        "Privacy",
        "Overview", "Reports",
        "Simulation",
        "Dashboard",
    ];

    [Fact]
    public void A_folder_uses_only_folders_before_it()
    {
        Repository.AssertNone(Offences([.. Repository.ServerSources]), "A folder of Coppice.Server may use only folders before it in docs/architecture.md:");
    }

    [Fact]
    public void Every_folder_has_its_place_in_the_order()
    {
        Repository.AssertNone(
            Repository.ServerSources.Where(s => s.Folder.Length > 0 && !Order.Contains(s.Folder)).Select(s => $"src/Coppice.Server/{s.Folder}"),
            "A folder of Coppice.Server has no place in the order; is one of the existing words meant?");
    }

    [Fact]
    public void The_architecture_page_shows_the_same_order()
    {
        Assert.Equal(Order, OrderRow().Matches(Repository.Read("docs/architecture.md")).Select(m => m.Groups["folder"].Value));
    }

    [Theory]
    [InlineData("using Coppice.Server.Serving;", 1)]
    [InlineData("global using Coppice.Server.Labels;", 1)]
    [InlineData("var x = new Coppice.Server.Serving.Champion();", 1)]
    [InlineData("var x = new Serving.Champion();", 1)]
    [InlineData("var x = CoppiceServer.Start();", 1)]
    [InlineData("using Coppice.Server.Labels;", 0)]
    [InlineData("using Coppice.Server.Gates;", 0)]
    [InlineData("var x = report.Serving.Champion; // as Coppice.Server.Serving does", 0)]
    [InlineData("var x = Serving.Count;", 0)]
    public void Uses_are_seen_in_all_their_forms(string line, int expected)
    {
        SourceFile[] sources =
        [
            new("src/Coppice.Server/CoppiceServer.cs", "public class CoppiceServer;"),
            new("src/Coppice.Server/Serving/Champion.cs", "public class Champion;"),
            new("src/Coppice.Server/Gates/Sample.cs", line),
        ];

        Assert.Equal(expected, Offences(sources).Count());
    }

    private static IEnumerable<string> Offences(IReadOnlyList<SourceFile> sources)
    {
        var homes = sources.SelectMany(s => s.Types.Select(t => (t.Name, s.Folder))).ToHashSet();
        return sources.Where(s => s.Folder.Length > 0).SelectMany(s => Offences(s, homes));
    }

    private static IEnumerable<string> Offences(SourceFile source, HashSet<(string Type, string Folder)> homes)
    {
        int own = Array.IndexOf(Order, source.Folder);
        foreach (Match use in Use().Matches(source.Code))
        {
            string folder = use.Groups["folder"].Value;
            bool meant = use.Groups["rooted"].Success || homes.Contains((use.Groups["member"].Value, folder));
            if (meant && Array.IndexOf(Order, folder) > own)
            {
                yield return $"{source.Place(use.Index)} uses {folder}, which comes after {source.Folder}";
            }
            else if (use.Groups["global"].Success)
            {
                yield return $"{source.Place(use.Index)} hides a use of {folder} in a global using";
            }
            else if (!use.Groups["rooted"].Success && homes.Contains((folder, "")) && folder != source.TypeName)
            {
                yield return $"{source.Place(use.Index)} uses {folder}, which stands above all folders";
            }
        }
    }

    [GeneratedRegex(@"(?<global>global\s+using\s+(static\s+)?)?(?<rooted>\bCoppice\.Server\.)(?<folder>\w+)|(?<![\w.])(?<folder>[A-Z]\w*)(\.(?<member>[A-Z]\w*))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Use();

    [GeneratedRegex(@"^\| \d+ \| (?<folder>\w+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex OrderRow();
}
