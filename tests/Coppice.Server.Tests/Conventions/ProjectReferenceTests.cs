using System.Xml.Linq;

namespace Coppice.Server.Tests.Conventions;

public class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Coppice.Cli"] = ["Coppice.Client", "Coppice.Server"],
        ["Coppice.Server"] = ["Coppice.Client", "Coppice.Forests", "Coppice.XGBoost"],
        ["Coppice.Client"] = [],
        ["Coppice.Forests"] = [],
        ["Coppice.XGBoost"] = [],
    };

    [Fact]
    public void Five_projects_ship()
    {
        Assert.Equal(Allowed.Keys.Order(), Repository.Files("src", "*.csproj").Select(p => Path.GetFileNameWithoutExtension(p)).Order());
    }

    [Fact]
    public void Projects_refer_to_each_other_one_way()
    {
        Repository.AssertNone(
            from path in Repository.Files("src", "*.csproj")
            let project = Path.GetFileNameWithoutExtension(path)
            from reference in References(path)
            where !Allowed.GetValueOrDefault(project, []).Contains(reference)
            select $"{path} refers to {reference}",
            "Cli may refer to Client and Server; Server to Client, Forests and XGBoost; the others to none of ours:");
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var listed = XDocument.Parse(Repository.Read("Coppice.slnx")).Descendants("Project").Select(p => (string?)p.Attribute("Path"));

        Assert.Equal(
            [.. Repository.Files("bench", "*.csproj"), .. Repository.Files("src", "*.csproj"), .. Repository.Files("tests", "*.csproj")],
            listed.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> References(string project) =>
        from reference in XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
        select Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'));
}
