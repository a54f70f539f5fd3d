namespace Coppice.Server.Workspaces;

/// <summary>Who is told when something goes wrong. Default nobody: alerts are then only listed.</summary>
public sealed record AlertOptions
{
    /// <summary>What is less bad is listed and not sent. Default warning.</summary>
    public AlertSeverity AtLeast { get; init; } = AlertSeverity.Warning;

    /// <summary>Where people reach the server; links in messages begin with it. Default null: links are paths.</summary>
    public string? Address { get; init; }

    public WebhookOptions? Webhook { get; init; }

    public EmailOptions? Email { get; init; }

    /// <summary>A file that gets one line of JSON for each message, relative to the workspace. Default null.</summary>
    public string? File { get; init; }
}

/// <summary>A program that is told over HTTP.</summary>
/// <param name="Url">Where it listens.</param>
/// <param name="SecretEnv">The environment variable that holds the secret messages are signed with.</param>
public sealed record WebhookOptions(string Url, string SecretEnv);
