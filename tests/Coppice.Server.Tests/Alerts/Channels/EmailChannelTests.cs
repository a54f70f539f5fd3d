using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Alerts.Channels;

public class EmailChannelTests
{
    [Fact]
    public async Task An_email_says_what_happened_since_when_how_bad_and_what_to_do()
    {
        await using var sink = new SmtpSink();
        using var workspace = new AlertedWorkspace(To(sink.Port));
        await workspace.EndAsync("failed", 1);
        await workspace.EndAsync("failed", 2);
        await workspace.EndAsync("done", 3);

        Assert.Equal(2, await workspace.DeliverAsync(3));

        var mail = sink.Mails.First();
        Assert.Equal("coppice@example.com", mail.From);
        Assert.Equal(["ann@example.com", "bob@example.com"], mail.To);
        Assert.Contains("=?utf-8?", mail.Header("Subject"), StringComparison.Ordinal);
        string body = mail.Body().ReplaceLineEndings("\n");
        Assert.StartsWith("warning: The last 2 runs of purchase failed: no dïsk\n", body, StringComparison.Ordinal);
        Assert.Contains("Since:       2026-01-02 00:00 UTC\n", body, StringComparison.Ordinal);
        Assert.Contains("How bad:     purchase has no champion yet and cannot answer.\n", body, StringComparison.Ordinal);
        Assert.Contains("What to do:  Read the log of run 2, mend what it names, then: coppice retrain purchase\n", body, StringComparison.Ordinal);
        Assert.Contains("Look:        /v1/runs/2/log\n", body, StringComparison.Ordinal);
        Assert.Contains("over since 2026-01-04 00:00 UTC", sink.Mails.Last().Body(), StringComparison.Ordinal);
        Assert.Equal(mail.Header("References"), sink.Mails.Last().Header("References"));
        Assert.NotEqual(mail.Header("Message-ID"), sink.Mails.Last().Header("Message-ID"));
    }

    [Theory]
    [InlineData("451 later", 1)]
    [InlineData("550 nobody of that name", 0)]
    public async Task A_server_that_is_busy_is_tried_again_and_one_that_refuses_is_not(string answer, int sent)
    {
        await using var sink = new SmtpSink();
        using var workspace = new AlertedWorkspace(To(sink.Port));
        await workspace.EndAsync("failed", 1);
        await workspace.EndAsync("failed", 2);
        // Of both recipients.
        sink.Refusals.Enqueue(answer);
        sink.Refusals.Enqueue(answer);

        Assert.Equal(sent, await workspace.DeliverAsync(2));
        Assert.Equal(sent, sink.Mails.Count);
        Assert.Equal(sent == 0, workspace.Channels.Single().Error is not null);
    }

    [Fact]
    public async Task Whoever_could_be_told_is_not_told_again_for_the_sake_of_others()
    {
        await using var sink = new SmtpSink();
        using var workspace = new AlertedWorkspace(To(sink.Port));
        await workspace.EndAsync("failed", 1);
        await workspace.EndAsync("failed", 2);
        sink.Refusals.Enqueue("550 nobody of that name");

        Assert.Equal(1, await workspace.DeliverAsync(2));
        Assert.Equal(0, await workspace.DeliverAsync(3));
        Assert.Single(sink.Mails);
        Assert.Equal(1, workspace.Inner.Count("SELECT COUNT(*) FROM alert_messages WHERE error LIKE '%ann@example.com%' AND sent_at IS NOT NULL"));
    }

    [Fact]
    public async Task A_server_that_is_away_is_named()
    {
        int port;
        await using (var sink = new SmtpSink())
            port = sink.Port;
        using var workspace = new AlertedWorkspace(To(port));
        await workspace.EndAsync("failed", 1);
        await workspace.EndAsync("failed", 2);

        Assert.Equal(0, await workspace.DeliverAsync(2));
        Assert.StartsWith($"localhost:{port}: ", workspace.Channels.Single().Error, StringComparison.Ordinal);
        Assert.Equal(1, workspace.Channels.Single().Waiting);
    }

    private static AlertOptions To(int port) => new()
    {
        Email = new EmailOptions
        {
            To = ["ann@example.com", "bob@example.com"],
            From = "coppice@example.com",
            Host = "localhost",
            Port = port,
            Encryption = EmailEncryption.Off,
        },
    };
}
