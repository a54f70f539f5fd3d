using System.Text.RegularExpressions;

namespace Coppice.Server.Tests.Conventions;

public partial class NamespaceTests
{
    [Fact]
    public void A_namespace_is_its_folder()
    {
        Repository.AssertNone(
            from source in Repository.Everything
            let found = Namespace().Match(source.Code).Groups["name"].Value
            where source.Types.Count > 0 && found != source.Namespace
            select $"{source.Path} is in namespace \"{found}\", expected {source.Namespace}",
            "A namespace is the path of its folder:");
    }

    [Fact]
    public void Folders_are_at_most_two_deep()
    {
        Repository.AssertNone(
            Repository.Everything.Where(s => s.Folders.Count > 2).Select(s => s.Path),
            "Under a project there are at most two levels of folders:");
    }

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace();
}
