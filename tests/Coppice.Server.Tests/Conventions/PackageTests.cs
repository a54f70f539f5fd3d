using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Coppice.Server.Tests.Conventions;

public partial class PackageTests
{
    [Fact]
    public void Versions_are_exact()
    {
        Repository.AssertNone(
            from package in XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")
            let version = (string?)package.Attribute("Version") ?? ""
            where !ExactVersion().IsMatch(version)
            select $"{(string?)package.Attribute("Include")} \"{version}\"",
            "Directory.Packages.props names one exact version per package:");
    }

    [Fact]
    public void Projects_leave_versions_to_the_central_list()
    {
        var listed = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion").Select(p => (string?)p.Attribute("Include")).ToHashSet();

        Repository.AssertNone(
            from path in Repository.Files(".", "*.csproj")
            from package in XDocument.Parse(Repository.Read(path)).Descendants("PackageReference")
            let name = (string?)package.Attribute("Include")
            where !listed.Contains(name) || HasVersion(package)
            select $"{path}: {name}",
            "A project names a package; Directory.Packages.props names its version:");
    }

    [Theory]
    [InlineData("1.2.3", true)]
    [InlineData("3.0.0-rc.1", true)]
    [InlineData("1.*", false)]
    [InlineData("[1.0,2.0)", false)]
    public void An_exact_version_is_known_by_its_form(string version, bool exact) => Assert.Equal(exact, ExactVersion().IsMatch(version));

    private static bool HasVersion(XElement package) =>
        package.Attributes().Select(a => a.Name.LocalName).Concat(package.Elements().Select(e => e.Name.LocalName)).Any(n => n is "Version" or "VersionOverride");

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?(-[\w.]+)?$")]
    private static partial Regex ExactVersion();
}
