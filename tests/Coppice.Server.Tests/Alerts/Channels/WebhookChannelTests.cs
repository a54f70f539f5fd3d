using System.Security.Cryptography;
using System.Text;
using Coppice.Server.Alerts.Channels;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Alerts.Channels;

public class WebhookChannelTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Each_incident_is_told_once_when_it_opens_when_it_worsens_and_when_it_is_over(string kind)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var workspace = new AlertedWorkspace(To(receiver) with { Address = "https://coppice.example.com/" }, Enum.Parse<DatabaseKind>(kind));

        await workspace.EndAsync("failed", 1);
        Assert.Equal(0, await workspace.DeliverAsync(1));
        for (int run = 2; run <= 6; run++)
            await workspace.EndAsync("failed", run);
        await workspace.EndAsync("done", 7);
        Assert.Equal(3, await workspace.DeliverAsync(7));
        Assert.Equal(0, await workspace.DeliverAsync(7));

        Assert.Equal([("opened", "warning"), ("worse", "critical"), ("closed", "critical")], receiver.Taken.Select(m => (m.Kind, m.Alert.Severity)));
        var opened = receiver.Taken.First();
        Assert.Equal(("shop", "purchase", "COP-ALERT-001", "The last 2 runs of purchase failed: no dïsk"), (opened.Workspace, opened.Alert.Model, opened.Alert.Code, opened.Alert.Sentence));
        Assert.Equal("https://coppice.example.com/v1/runs/2/log", opened.Link);
        Assert.Equal(Workspace.Day(1), opened.Alert.Since);
        Assert.Equal(Workspace.Day(7), receiver.Taken.Last().Alert.Closed);
    }

    [Fact]
    public async Task A_message_is_signed_with_the_time_it_is_sent_at()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var workspace = new AlertedWorkspace(To(receiver));
        await workspace.EndAsync("failed", 1);
        await workspace.EndAsync("failed", 2);
        await workspace.DeliverAsync(2);

        var post = receiver.Posts.Single();
        string[] parts = post.Signature.Split(',');
        string time = parts[0]["t=".Length..];
        byte[] signed = [.. Encoding.UTF8.GetBytes(time + "."), .. post.Body];
        byte[] expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(AlertedWorkspace.Secret), signed);
        Assert.Equal("v1=" + Convert.ToHexStringLower(expected), parts[1]);
        Assert.InRange(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - long.Parse(time), 0, 60);
        Assert.Equal("application/json; charset=utf-8", post.ContentType);
        Assert.Equal(post.Read().Delivery.ToString(), post.Delivery);
    }

    [Fact]
    public void The_signature_is_what_openssl_makes_of_it() => Assert.Equal(
        "t=1700000000,v1=b4c5d5c08194254de18b80695176335ee482a5907fb5e68f7bd993b1b00b018d",
        WebhookChannel.Sign("a secret", 1_700_000_000, """{"a":1}"""u8.ToArray()));

    [Fact]
    public async Task A_receiver_that_falters_is_tried_again_at_once()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var workspace = new AlertedWorkspace(To(receiver));
        await workspace.EndAsync("failed", 1);
        await workspace.EndAsync("failed", 2);
        receiver.Answers.Enqueue(503);
        receiver.Answers.Enqueue(429);

        Assert.Equal(1, await workspace.DeliverAsync(2));

        Assert.Equal([503, 429, 200], receiver.Posts.Select(post => post.Status));
        Assert.Single(receiver.Posts.Select(post => post.Delivery).Distinct());
        Assert.Null(workspace.Channels.Single().Error);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_receiver_that_is_away_gets_everything_in_order_once_it_is_back_also_after_a_restart(string kind)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var workspace = new AlertedWorkspace(To(receiver), Enum.Parse<DatabaseKind>(kind));
        await workspace.EndAsync("failed", 1);
        await workspace.EndAsync("failed", 2);
        await workspace.EndAsync("done", 3);
        for (int i = 0; i < 3; i++)
            receiver.Answers.Enqueue(500);

        Assert.Equal(0, await workspace.DeliverAsync(3));

        var status = workspace.Channels.Single();
        Assert.Equal(("webhook", 2L, null), (status.Channel, status.Waiting, status.LastSent));
        Assert.EndsWith("answered 500.", status.Error, StringComparison.Ordinal);
        Assert.Equal(Workspace.Day(3).AddMinutes(1), status.NextAttempt);
        workspace.Inner.Restart();
        Assert.Equal(0, await workspace.DeliverAsync(3 + (0.5 / 1440)));
        Assert.Equal(3, receiver.Posts.Count);
        Assert.Equal(2, await workspace.DeliverAsync(3 + (1.5 / 1440)));
        Assert.Equal(["opened", "closed"], receiver.Taken.Select(message => message.Kind));
        workspace.Inner.Restart();
        Assert.Equal(0, await workspace.DeliverAsync(4));
        Assert.Equal(5, receiver.Posts.Count);
        Assert.Null(workspace.Channels.Single().Error);
    }

    [Fact]
    public async Task What_the_receiver_refuses_is_not_pressed_on_it_and_given_up_after_three_days()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var workspace = new AlertedWorkspace(To(receiver));
        await workspace.EndAsync("failed", 1);
        await workspace.EndAsync("failed", 2);
        receiver.Answers.Enqueue(401);
        receiver.Answers.Enqueue(401);

        Assert.Equal(0, await workspace.DeliverAsync(2));
        Assert.Single(receiver.Posts);
        Assert.Equal(0, await workspace.DeliverAsync(5.1));
        Assert.Equal((0L, 1L), (workspace.Channels.Single().Waiting, workspace.Channels.Single().GivenUp));
    }

    [Fact]
    public async Task Nothing_is_sent_unsigned()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var workspace = new AlertedWorkspace(new AlertOptions { Webhook = new WebhookOptions(receiver.Url, "COPPICE_TEST_NO_SUCH_SECRET") });
        await workspace.EndAsync("failed", 1);
        await workspace.EndAsync("failed", 2);

        Assert.Equal(0, await workspace.DeliverAsync(2));
        Assert.Empty(receiver.Posts);
        Assert.Equal("The environment variable COPPICE_TEST_NO_SUCH_SECRET is not set.", workspace.Channels.Single().Error);
    }

    [Fact]
    public async Task A_silence_is_kept_and_what_outlasts_it_is_told_again()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var workspace = new AlertedWorkspace(To(receiver));
        await workspace.EndAsync("failed", 1);
        await workspace.EndAsync("failed", 2);
        await workspace.SilenceAsync(days: 7);
        for (int run = 3; run <= 8; run++)
            await workspace.EndAsync("failed", run);
        await workspace.DeliverAsync(8);
        Assert.Equal(["opened"], receiver.Taken.Select(message => message.Kind));

        await workspace.LookAsync(9.5);
        await workspace.LookAsync(9.6);
        await workspace.DeliverAsync(9.6);
        Assert.Equal([("opened", "warning"), ("worse", "critical")], receiver.Taken.Select(message => (message.Kind, message.Alert.Severity)));
    }

    [Fact]
    public async Task An_alert_that_is_as_bad_as_before_a_silence_is_repeated_unless_somebody_looks_after_it()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var workspace = new AlertedWorkspace(To(receiver));
        await workspace.EndAsync("failed", 1);
        await workspace.EndAsync("failed", 2);
        await workspace.SilenceAsync(days: 1);
        await workspace.LookAsync(3.5);
        await workspace.SilenceAsync(days: 1);
        await workspace.AcknowledgeAsync();
        await workspace.LookAsync(5);
        await workspace.DeliverAsync(5);

        Assert.Equal(["opened", "reminder"], receiver.Taken.Select(message => message.Kind));
    }

    private static AlertOptions To(WebhookReceiver receiver) => new() { Webhook = new WebhookOptions(receiver.Url, AlertedWorkspace.SecretVariable) };
}
