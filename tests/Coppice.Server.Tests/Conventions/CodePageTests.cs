using System.Reflection;
using System.Text.RegularExpressions;

namespace Coppice.Server.Tests.Conventions;

public partial class CodePageTests
{
    [Fact]
    public void Every_code_has_its_page()
    {
        Repository.AssertNone(
            from code in CodesInSources().Concat(GateCodes()).Distinct()
            where !Repository.Exists($"docs/codes/{code}.md")
            select $"{code}: docs/codes/{code}.md is not there",
            "A code that people may meet has a page that explains it:");
    }

    [Fact]
    public void Every_page_has_its_code()
    {
        var codes = CodesInSources().Concat(GateCodes()).ToHashSet();

        Repository.AssertNone(
            Repository.Files("docs/codes", "COP-*.md").Where(p => !codes.Contains(Path.GetFileNameWithoutExtension(p))),
            "A page explains a code that nothing says any more:");
    }

    private static IEnumerable<string> CodesInSources() =>
        Repository.Sources.SelectMany(s => s.Parts.Literals).Where(l => Code().IsMatch(l.Value)).Select(l => l.Value);

    private static IEnumerable<string> GateCodes()
    {
        if (!Repository.ServerSources.Any(s => s.Types.Any(t => t.Name == "GateNames")))
        {
            return [];
        }

        var names = Assembly.Load("Coppice.Server").GetType("Coppice.Server.Gates.GateNames", throwOnError: true)!;
        var constants = names.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(f => f.GetValue(null))
            .OfType<string>()
            .ToList();
        Assert.NotEmpty(constants);
        return constants.Where(c => Code().IsMatch(c));
    }

    [GeneratedRegex(@"^COP-[A-Z]+-\d{3}$")]
    private static partial Regex Code();
}
