using Coppice.Cli.Alerts;
using Coppice.Cli.Workspaces;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Alerts;

public sealed class AlertsScreenTests
{
    private static readonly AlertResponse Failing = new(
        12,
        "COP-ALERT-001",
        "/codes/COP-ALERT-001",
        "purchase",
        "warning",
        "The last 2 runs of purchase failed: no disk.",
        Some.Now.AddMinutes(-4),
        "purchase answers by 4.2 and learns nothing new meanwhile.",
        "Read the log of run 218, mend what it names, then: coppice retrain purchase",
        "/v1/runs/218/log",
        2,
        Some.Now.AddMinutes(-4),
        Some.Now,
        null,
        null,
        null,
        null,
        null);

    private static readonly ChannelStatus Broken = new("webhook", "https://example.com/hook", 3, null, 0, "https://example.com/hook answered 503.", Some.Now);

    [Fact]
    public void An_alert_says_what_happened_since_when_how_bad_and_what_to_do()
    {
        Assert.Equal(
            """
            12  warning  The last 2 runs of purchase failed: no disk.
                since       4 min ago, 2 times
                how bad     purchase answers by 4.2 and learns nothing new meanwhile.
                what to do  Read the log of run 218, mend what it names, then: coppice retrain purchase
                state       open
                more        /v1/runs/218/log · /codes/COP-ALERT-001


            webhook to https://example.com/hook: no message yet · 3 waiting
              ! https://example.com/hook answered 503.

              try: coppice alerts acknowledge 12  ·  coppice alerts silence 12 --for 7d

            """,
            TestScreen.Render(100, screen => AlertsScreen.Write(screen, new AlertList([Failing], [Broken]))));
    }

    [Fact]
    public void Nothing_wrong_and_nobody_told_are_said()
    {
        string text = TestScreen.Render(100, screen => AlertsScreen.Write(screen, new AlertList([], [])));

        Assert.StartsWith("Nothing is wrong.\nNobody is told of alerts:", text);
    }

    [Fact]
    public void Status_says_what_is_wrong_below_what_is_live()
    {
        StatusResponse status = Some.Status with { Alerts = [Failing, Failing with { AcknowledgedBy = "ann" }], Channels = [Broken], Models = [Some.Status.Models[2]] };

        Assert.Contains(
            """

            ! warning 12: The last 2 runs of purchase failed: no disk.
            ! 3 alert messages wait for the webhook: https://example.com/hook answered 503.
              1 alert that somebody looks after or has silenced

            """,
            TestScreen.Render(100, screen => StatusScreen.Write(screen, status)));
    }
}
