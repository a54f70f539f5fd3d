using System.Text.RegularExpressions;

namespace Coppice.Server.Tests.Conventions;

public partial class GlossaryTests
{
    private static readonly string[] Words =
    [
        "workspace", "customer", "event", "note", "profile", "feature", "model", "prediction", "outcome", "label", "example",
        "training set", "learner", "run", "version", "champion", "challenger", "shadow", "gate", "verdict", "deployment",
        "promotion", "rollback", "drift", "trigger", "schedule", "alert", "audit entry",
    ];

    [Fact]
    public void Every_word_has_one_meaning()
    {
        var entries = Entry().Matches(Repository.Read("docs/glossary.md")).Select(m => m.Groups["word"].Value).ToList();

        Repository.AssertNone(Words.Except(entries), "docs/glossary.md has no meaning for:");
        Repository.AssertNone(entries.GroupBy(e => e).Where(g => g.Count() > 1).Select(g => g.Key), "docs/glossary.md gives two meanings to:");
    }

    [GeneratedRegex(@"^\| \*\*(?<word>[^*|]+)\*\* \| \S", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();
}
