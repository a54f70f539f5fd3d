using Coppice.Server.Workspaces;
using Coppice.Server.Workspaces.Writing;

namespace Coppice.Server.Tests.Workspaces;

public class AlertsDefinitionTests
{
    private const string Base = """
        workspace: shop
        models:
          purchase: { predicts: probability, label: { event: purchase, within: 30d } }

        """;

    [Fact]
    public void Everything_is_read_and_written_back()
    {
        var read = DefinitionFile.Parse(Base + """
            alerts:
              at_least: critical
              address: https://coppice.example.com
              webhook: { url: "https://example.com/hook?team=crm", secret_env: HOOK_SECRET }
              email: { to: [ann@example.com, bob@example.com], from: coppice@example.com, smtp: "mail.example.com:2525", user: coppice, password_env: MAIL_PASSWORD }
              file: told/alerts.jsonl
            """);

        Assert.Empty(read.Problems);
        var alerts = read.Definition!.Alerts;
        Assert.Equal((AlertSeverity.Critical, "https://coppice.example.com", "told/alerts.jsonl"), (alerts.AtLeast, alerts.Address, alerts.File));
        Assert.Equal(new WebhookOptions("https://example.com/hook?team=crm", "HOOK_SECRET"), alerts.Webhook);
        Assert.Equal(("mail.example.com", 2525, "coppice", "MAIL_PASSWORD", EmailEncryption.StartTls), (alerts.Email!.Host, alerts.Email.Port, alerts.Email.User, alerts.Email.PasswordEnv, alerts.Email.Encryption));
        var again = DefinitionFile.Parse(DefinitionWriter.Write(read.Definition));
        Assert.Empty(again.Problems);
        Assert.Equivalent(alerts, again.Definition!.Alerts, strict: true);
    }

    [Theory]
    [InlineData("at_least: bad", "alerts.at_least: expected notice, warning or critical")]
    [InlineData("webhook: { url: \"https://example.com\" }", "alerts.webhook: secret_env is missing")]
    [InlineData("webhook: { url: \"ftp://example.com\", secret_env: A }", "alerts.webhook.url: expected an address such as https://")]
    [InlineData("webhook: { url: \"https://u:pass@example.com\", secret_env: A }", "alerts.webhook.url: expected an address such as https://")]
    [InlineData("webhook: { url: \"https://example.com\", secret_env: \"hunter2!\" }", "alerts.webhook.secret_env: expected the name of an environment variable")]
    [InlineData("email: { to: ann, from: c@example.com, smtp: localhost }", "alerts.email.to: expected an e-mail address")]
    [InlineData("email: { to: a@example.com, from: c@example.com, smtp: \"localhost:99999\" }", "alerts.email.smtp: expected host or host:port")]
    [InlineData("email: { to: a@example.com, from: c@example.com, smtp: mail.example.com, user: x }", "alerts.email: password_env is missing")]
    [InlineData("email: { to: a@example.com, from: c@example.com, smtp: mail.example.com, user: x, password_env: P, encryption: off }", "a password is not sent to mail.example.com without encryption")]
    [InlineData("webook: { }", "webook is not a key in alerts; did you mean webhook?")]
    public void What_cannot_be_used_is_named(string line, string expected)
    {
        var problem = Assert.Single(DefinitionFile.Parse(Base + $"alerts:\n  {line}\n").Problems);

        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pass@", problem.Message, StringComparison.Ordinal);
    }
}
