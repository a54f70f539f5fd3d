using System.Globalization;
using System.Net.Mail;

namespace Coppice.Server.Workspaces.Reading;

/// <summary>Reads who is told when something goes wrong. Secrets are named, never written down.</summary>
internal static class AlertsReader
{
    private static readonly Dictionary<string, AlertSeverity> Severities = new()
    {
        ["notice"] = AlertSeverity.Notice,
        ["warning"] = AlertSeverity.Warning,
        ["critical"] = AlertSeverity.Critical,
    };

    private static readonly Dictionary<string, EmailEncryption> Encryptions = new()
    {
        ["starttls"] = EmailEncryption.StartTls,
        ["off"] = EmailEncryption.Off,
    };

    public static AlertOptions Read(Section section)
    {
        var alerts = new AlertOptions
        {
            AtLeast = section.Choice("at_least", AlertSeverity.Warning, Severities),
            Address = ReadUrl(section, "address"),
            Webhook = section.Find("webhook") is null ? null : ReadWebhook(section.Child("webhook")),
            Email = section.Find("email") is null ? null : ReadEmail(section.Child("email")),
            File = section.Text("file"),
        };
        section.ReportUnknownKeys();
        return alerts;
    }

    private static WebhookOptions? ReadWebhook(Section section)
    {
        string? url = ReadUrl(section, "url");
        string? secret = ReadVariable(section, "secret_env");
        if (section.Find("url") is null)
            section.Missing("url", "where to post messages, such as https://example.com/hooks/coppice");
        if (section.Find("secret_env") is null)
            section.Missing("secret_env", "the environment variable that holds the secret messages are signed with");
        section.ReportUnknownKeys();
        return url is null || secret is null ? null : new WebhookOptions(url, secret);
    }

    private static EmailOptions? ReadEmail(Section section)
    {
        var to = section.Texts("to");
        string? from = section.Text("from");
        string? smtp = section.Text("smtp");
        if (section.Find("to") is null)
            section.Missing("to", "an e-mail address, or a list of them in [ ]");
        if (from is null)
            section.Missing("from", "the e-mail address messages come from");
        if (smtp is null)
            section.Missing("smtp", "the server that takes e-mails, such as smtp.example.com:587");
        foreach (string address in to.Where(address => !IsAddress(address)))
            section.Mismatch("to", $"an e-mail address instead of \"{address}\"", section.Find("to")!);
        if (from is not null && !IsAddress(from))
            section.Mismatch("from", "an e-mail address", section.Find("from")!);
        var (host, port) = ReadServer(section, smtp);
        var encryption = section.Choice("encryption", EmailOptions.DefaultEncryption(host ?? ""), Encryptions);
        string? user = section.Text("user");
        string? password = ReadVariable(section, "password_env");
        if (user is null != password is null)
            section.Missing(user is null ? "user" : "password_env", "user and password_env together, or neither");
        if (password is not null && host is not null && encryption == EmailEncryption.Off && EmailOptions.DefaultEncryption(host) != EmailEncryption.Off)
            section.Report(section.Find("password_env")!.Line, $"{section.PathOf("encryption")}: a password is not sent to {host} without encryption; expected starttls");
        section.ReportUnknownKeys();
        return host is null || from is null || to.Count == 0
            ? null
            : new EmailOptions { To = to, From = from, Host = host, Port = port, User = user, PasswordEnv = password, Encryption = encryption };
    }

    private static (string? Host, int Port) ReadServer(Section section, string? text)
    {
        if (text is null)
            return (null, 0);
        int colon = text.LastIndexOf(':');
        string host = colon < 0 ? text : text[..colon];
        int port = EmailOptions.DefaultPort;
        bool readable = colon < 0 || int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port);
        if (readable && port is > 0 and <= 65_535 && Uri.CheckHostName(host.Trim('[', ']')) != UriHostNameType.Unknown)
            return (host, port);
        section.Mismatch("smtp", "host or host:port", section.Find("smtp")!);
        return (null, 0);
    }

    private static string? ReadUrl(Section section, string key)
    {
        if (section.Text(key) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0)
            return text;
        section.Report(section.Find(key)!.Line, $"{section.PathOf(key)}: expected an address such as https://example.com/path, without a password in it");
        return null;
    }

    private static string? ReadVariable(Section section, string key)
    {
        if (section.Text(key) is not { } name)
            return null;
        if (name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(name[0]))
            return name;
        // Whatever stands there may be the secret itself, so it is not repeated.
        section.Report(section.Find(key)!.Line, $"{section.PathOf(key)}: expected the name of an environment variable, such as COPPICE_WEBHOOK_SECRET");
        return null;
    }

    private static bool IsAddress(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;
}
