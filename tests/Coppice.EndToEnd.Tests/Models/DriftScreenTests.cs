using Coppice.Cli.Models;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Models;

public sealed class DriftScreenTests
{
    private static readonly InputDrift Visits = new(
        "events.visit.count_30d", "visit events in 30 days", true, "wasserstein", 1.31, .12, .84, .2, 2e-9, 1.4, 0, 0, null, 6.2, 3.1, .4, -.55, [.1, .2, .4, .2, .1], [.8, .1, .1, 0, 0]);

    private static readonly DriftResponse Drifted = new(
        "churn",
        "3.1",
        "churn sees another world than it has learnt: inputs since 2026-08-20.",
        [
            View("inputs", "drifted", "1 of 41 inputs differs: visit events in 30 days", .024, .1) with { Since = Some.Now.AddDays(-14), PValue = 2e-9, Reference = "9,120 rows of the training set of 3.0" },
            View("scores", "suspected", "mean score .31, was .24", .23, .2),
            View("errors", "not_enough_data", "waits for answers whose labels have matured", null, null),
        ],
        [Visits, Visits with { Input = "plan", Words = "profile plan", Differs = false, MeanBefore = null, MeanNow = null }],
        41,
        [new("inputs", Some.Now.AddDays(-14), "steady", .01, .1), new("inputs", Some.Now.AddDays(-7), "suspected", .2, .1)],
        new DriftBudget(1, 3, .0051, 2));

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void What_differs_is_said_in_words_with_what_it_does_to_scores(int width)
    {
        string text = TestScreen.Render(width, screen => DriftScreen.Write(screen, Drifted, DriftForm.Words));
        Assert.StartsWith("churn 3.1  sees another world than it has learnt: inputs since 2026-08-20.\n", text);
        Assert.Matches("inputs +drifted since .*1 of 41 inputs differs", text);
        Assert.Matches("scores +differs, once", text);
        Assert.Matches("errors +cannot tell yet", text);
        Assert.Matches("visit events in 30 days .*mean 6.20 → 3.10 +down by .55", text);
        Assert.Contains("2 alarms in the last three months; at most 1 may be false, over 3 models.", text);
        Assert.Contains("coppice retrain churn --strategy full", text);
        Assert.DoesNotContain("wasserstein", text);
        Assert.DoesNotContain("profile plan", text);
    }

    [Fact]
    public void Bars_show_how_values_and_windows_have_moved()
    {
        string text = TestScreen.Render(100, screen => DriftScreen.Write(screen, Drifted, DriftForm.Words));
        Assert.Contains("▁▂▄▂▁   █▁▁", text);
        Assert.Contains("▁█       1 of 41", text);
    }

    [Fact]
    public void Details_give_measures_bounds_and_codes()
    {
        string text = TestScreen.Render(140, screen => DriftScreen.Write(screen, Drifted, DriftForm.Details));
        Assert.Matches(@"inputs +share of inputs +.024 +.100 +<.0001 +1,204 +COP-DRIFT-001\n", text);
        Assert.Contains("  inputs: against 9,120 rows of the training set of 3.0\n", text);
        Assert.Matches(@"visit events in 30 days +differs +wasserstein +1.310 +.120 +.840 +<.0001 +1.4 +down by .55\n", text);
        Assert.Contains("profile plan", text);
        Assert.Contains("with a probability of .0051", text);
    }

    [Fact]
    public void Before_the_first_champion_there_is_nothing_to_say()
    {
        var nothing = Drifted with { Version = null, Sentence = "churn has no champion yet that anything could be held against." };
        string text = TestScreen.Render(80, screen => DriftScreen.Write(screen, nothing, DriftForm.Words));
        Assert.StartsWith("churn  has no champion yet", text);
        Assert.Contains("coppice retrain churn", text);
        Assert.DoesNotContain("verdict", text);
    }

    private static DriftView View(string view, string verdict, string sentence, double? measured, double? bound) =>
        new(view, verdict, "COP-DRIFT-001", null, sentence, "share_of_inputs", measured, bound, null, 1204, Some.Now.AddDays(-7), Some.Now, null);
}
