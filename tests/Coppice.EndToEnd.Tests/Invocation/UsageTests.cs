using Coppice.Cli.Invocation;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Invocation;

public sealed class UsageTests
{
    [Theory]
    [InlineData("retrian", "There is no command 'retrian'; did you mean retrain?")]
    [InlineData("versoins purchase", "There is no command 'versoins'; did you mean versions?")]
    [InlineData("xyzzy", "There is no command 'xyzzy'.")]
    [InlineData("retrain --strateg full", "There is no option --strateg; did you mean --strategy?")]
    [InlineData("demo --frsh", "There is no option --frsh; did you mean --fresh?")]
    [InlineData("compare purchase", "A is missing: coppice compare MODEL A B.")]
    [InlineData("compare purchase 1.0 1.1 1.2", "'1.2' is one argument too many: coppice compare MODEL A B.")]
    [InlineData("import event orders.csv", "KIND expects one of events, profiles, notes, outcomes, labels; found 'event'.")]
    [InlineData("import events orders.csv --map customer", "--map expects role=column, found 'customer'.")]
    [InlineData("retrain --strategy partial", "--strategy expects one of auto, full, incremental, repair, compare; found 'partial'.")]
    [InlineData("retrain --strategy full --method grow", "--method belongs to --strategy incremental.")]
    [InlineData("retrain --as-of yesterday", "'yesterday' is not a date such as 2026-11-21 or 2026-11-21T06:00.")]
    [InlineData("replay purchase --arms static,best", "--arms expects some of static,grow,refresh,full,window; found 'best'.")]
    [InlineData("replay purchase --batch 10", "--batch belongs to --arms.")]
    [InlineData("replay purchase --every 0", "--every expects a whole number from 1, found '0'.")]
    [InlineData("init --target Churn", "--target COLUMN needs the table it stands in: --from-csv FILE.")]
    [InlineData("rollback purchase --list --to 1.0", "--list changes nothing and takes no --to.")]
    [InlineData("serve --url 5210", "--url expects an address such as http://127.0.0.1:5210, found '5210'.")]
    public async Task Wrong_usage_is_said_in_one_sentence(string arguments, string sentence)
    {
        var test = new TestScreen();
        Assert.Equal(2, await CoppiceCommandLine.RunAsync(arguments.Split(' '), test.Screen, CancellationToken.None));
        Assert.Equal(sentence, test.Error.Split('\n')[0]);
        Assert.Empty(test.Output);
    }

    [Fact]
    public async Task A_process_says_it_on_standard_error_and_exits_with_2()
    {
        using var folder = new TemporaryFolder();
        CoppiceResult result = (await folder.RunAsync("retrian")).Exits(2);
        Assert.Equal("There is no command 'retrian'; did you mean retrain?\ncoppice --help lists the commands.\n", result.Error);
        Assert.Empty(result.Output);
    }
}
