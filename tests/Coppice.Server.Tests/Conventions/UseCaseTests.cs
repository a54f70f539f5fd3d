using System.Text.RegularExpressions;

namespace Coppice.Server.Tests.Conventions;

public partial class UseCaseTests
{
    /// <summary>One verb per operation, at every layer. A new verb is added here when none of these is meant.</summary>
    private static readonly string[] Verbs =
    [
        "Accept", "Acknowledge", "Add", "Advance", "Allow", "Anonymise", "Answer", "Apply", "Approve", "Assign", "Back", "Backfill", "Build", "Calibrate", "Cancel", "Change", "Check",
        "Choose", "Claim", "Clean", "Close", "Collect", "Compact", "Compare", "Complete", "Compute", "Confirm", "Convert", "Correct", "Create", "Delete", "Deliver",
        "Describe", "Detect", "Diagnose", "Draw", "Erase", "Estimate", "Evaluate", "Execute", "Expire", "Explain", "Export", "Fetch", "Find", "Finish", "Fit", "Forget",
        "Freeze", "Generate", "Get", "Give", "Grant", "Hold", "Import", "Infer", "Inspect", "Install", "Issue", "Join", "Judge", "Keep", "Label", "List", "Load", "Mark",
        "Mature", "Measure", "Merge", "Migrate", "Move", "Open", "Override", "Pause", "Pin", "Plan", "Play", "Predict", "Prepare", "Preview", "Promote", "Prune", "Publish",
        "Purge", "Raise", "Read", "Rebuild", "Receive", "Recalibrate", "Recompute", "Record", "Recover", "Refine", "Refresh", "Register", "Reject", "Release", "Remove", "Rename",
        "Repair", "Replay", "Report", "Resolve", "Restore", "Resume", "Retain", "Retire", "Retrain", "Review", "Revoke", "Roll", "Rotate", "Run", "Save", "Schedule", "Score",
        "Search", "Seed", "Send", "Serve", "Set", "Show", "Silence", "Simulate", "Start", "Stop", "Store", "Summarise", "Suggest", "Swap", "Sweep", "Train", "Trigger", "Unpin",
        "Update", "Upload", "Validate", "Verify", "Wait", "Warm", "Watch", "Weigh", "Withdraw", "Write",
    ];

    [Fact]
    public void Use_cases_are_named_as_commands()
    {
        Repository.AssertNone(
            Repository.ServerSources.SelectMany(Offences),
            "A class with RunAsync is a use case: its name is a command (PromoteChallenger) and RunAsync is there once:");
    }

    [Theory]
    [InlineData("PromoteChallenger", "public async Task<int> RunAsync(int x) => await Next.RunAsync(x);", 0)]
    [InlineData("RollBackChampion", "public Task RunAsync(CancellationToken cancellationToken) => Task.CompletedTask;", 0)]
    [InlineData("ChampionPromoter", "public Task RunAsync(int x) => null!;", 1)]
    [InlineData("Promote", "public Task RunAsync(int x) => null!;", 1)]
    [InlineData("PromoteChallenger", "public Task RunAsync(int x) => null!;\npublic Task RunAsync(long x) => null!;", 1)]
    [InlineData("ChampionPromoter", "private Task RunAsync(int x) => null!;", 0)]
    public void Use_cases_are_known_by_their_method(string name, string body, int expected)
    {
        Assert.Equal(expected, Offences(new SourceFile($"src/Coppice.Server/Gates/{name}.cs", $"public class {name}\n{{\n{body}\n}}")).Count());
    }

    private static IEnumerable<string> Offences(SourceFile source)
    {
        int declared = RunMethod().Count(source.Code);
        var words = Word().Matches(source.TypeName).Select(m => m.Value).ToList();
        if (declared > 0 && (words.Count < 2 || !Verbs.Contains(words[0])))
        {
            yield return $"{source.Path} runs, but {source.TypeName} is not a verb and what it is done to";
        }

        if (declared > 1)
        {
            yield return $"{source.Path} has {declared} methods RunAsync";
        }
    }

    [GeneratedRegex(@"\b(public|internal)\s+((async|static|virtual|override)\s+)*(Value)?Task(<[^;={}]*>)?\s+RunAsync\s*[(<]")]
    private static partial Regex RunMethod();

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Word();
}
