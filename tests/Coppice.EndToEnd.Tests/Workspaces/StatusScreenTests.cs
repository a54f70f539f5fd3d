using Coppice.Cli.Terminal;
using Coppice.Cli.Workspaces;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Workspaces;

public sealed class StatusScreenTests
{
    [Fact]
    public void How_often_ranges_held_is_said_once_there_are_enough()
    {
        StatusResponse Held(long amounts) => Some.Status with { Models = [Some.Status.Models[2] with { Ranges = new(amounts, .891) }] };
        Assert.Contains("  clv: 89.1 % of 1,204 amounts that came true lay inside the range said (90 % meant)\n", TestScreen.Render(100, screen => StatusScreen.Write(screen, Held(1204))));
        Assert.DoesNotContain("came true", TestScreen.Render(100, screen => StatusScreen.Write(screen, Held(29))));
    }

    [Fact]
    public void Status_shows_what_is_live_how_good_and_what_is_coming()
    {
        Assert.Equal(
            """
            boutique · 23,570 customers · 412,093 events · last event 4 min ago

              model     live  since         now                 promised  next verdict
              purchase  4.2   12 Nov 06:00  AUC .842 ±.011      ≥ .830    tomorrow (118 labels waiting)
              churn     3.1   03 Nov 06:00  AUC .795 ±.014 ▾    ≥ .800    29 Nov (12 labels waiting)
              clv       2.0   27 Oct 06:00  top 10 % hold 63 %  ≥ 60 %    no new labels
              returns   –     –             –                   –         no labels yet

              ! churn: below its promise on labels matured since its promotion.

              try: coppice retrain churn  ·  coppice rollback churn

            """,
            TestScreen.Render(100, screen => StatusScreen.Write(screen, Some.Status)));
    }

    [Fact]
    public void What_waits_for_labels_is_said_with_what_is_expected_of_it_and_when_it_can_be_judged()
    {
        string text = Waits(new(1204, Some.Now.AddDays(1), 1.6, new("auc", .836, .012, 1100)));

        Assert.Contains(
            """
              churn: can be judged on 29 Nov ± 2 d · 1,204 labels to come, the next tomorrow
              churn: AUC .836 ±.012 expected on 1,100 predictions whose labels are to come

            """,
            text);
        Assert.DoesNotContain("expected to be below", text);
        Assert.Contains("  churn: 1 label to come\n", Waits(new(1, null, null, null)));
    }

    [Fact]
    public void Quality_expected_below_the_promise_is_an_alarm_and_above_it_clears_none()
    {
        const string Fell = "! churn: below its promise on labels matured since its promotion.";
        string low = Waits(new(1204, null, null, new("auc", .780, .012, 1100)));
        Assert.Contains("! churn: expected to be below its promise on predictions whose labels are still to come.", low);
        Assert.Contains(Fell, low);
        Assert.Contains(Fell, Waits(new(1204, null, null, new("auc", .9, .012, 1100))));
    }

    [Fact]
    public void A_narrow_screen_leaves_the_least_important_out()
    {
        string text = TestScreen.Render(80, screen => StatusScreen.Write(screen, Some.Status));
        Assert.Contains("tomorrow (118 labels waiting)", text);
        Assert.DoesNotContain("12 Nov 06:00", text);
    }

    [Fact]
    public void A_pipe_gets_whole_lines()
    {
        var test = new TestScreen(40, ScreenKind.Pipe);
        StatusScreen.Write(test.Screen, Some.Status);
        Assert.Contains("boutique · 23,570 customers · 412,093 events · last event 4 min ago", test.Lines);
    }

    [Fact]
    public void An_empty_workspace_is_told_how_to_begin()
    {
        string text = TestScreen.Render(80, screen => StatusScreen.Write(screen, Some.Status with { Customers = 0, Events = 0, LastEvent = null }));
        Assert.Contains("try: coppice import events FILE", text);
    }

    private static string Waits(WaitingPredictions waiting) =>
        TestScreen.Render(100, screen => StatusScreen.Write(screen, Some.Status with { Models = [Some.Status.Models[1] with { Waiting = waiting }] }));
}
