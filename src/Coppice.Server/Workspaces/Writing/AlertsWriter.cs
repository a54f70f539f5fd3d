using System.Globalization;
using System.Text;

namespace Coppice.Server.Workspaces.Writing;

internal static class AlertsWriter
{
    public static void Write(StringBuilder text, AlertOptions alerts)
    {
        text.Append("alerts:\n");
        text.Append(CultureInfo.InvariantCulture, $"  at_least: {alerts.AtLeast.ToString().ToLowerInvariant()}    # notice | warning | critical\n");
        if (alerts.Address is { } address)
            text.Append(CultureInfo.InvariantCulture, $"  address: {YamlText.Of(address)}\n");
        if (alerts.Webhook is { } webhook)
            text.Append(CultureInfo.InvariantCulture, $"  webhook: {{ url: {YamlText.Of(webhook.Url)}, secret_env: {YamlText.Of(webhook.SecretEnv)} }}\n");
        if (alerts.Email is { } email)
            text.Append(CultureInfo.InvariantCulture, $"  email: {{ {string.Join(", ", Email(email))} }}\n");
        if (alerts.File is { } file)
            text.Append(CultureInfo.InvariantCulture, $"  file: {YamlText.Of(file)}\n");
    }

    private static IEnumerable<string> Email(EmailOptions email)
    {
        yield return $"to: {YamlText.ListOf(email.To)}";
        yield return $"from: {YamlText.Of(email.From)}";
        yield return $"smtp: {YamlText.Quoted($"{email.Host}:{email.Port}")}";
        if (email.User is { } user)
            yield return $"user: {YamlText.Of(user)}";
        if (email.PasswordEnv is { } password)
            yield return $"password_env: {YamlText.Of(password)}";
        if (email.Encryption != EmailOptions.DefaultEncryption(email.Host))
            yield return $"encryption: {(email.Encryption == EmailEncryption.Off ? "off" : "starttls")}";
    }
}
