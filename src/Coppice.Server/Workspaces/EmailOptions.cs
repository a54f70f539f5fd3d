namespace Coppice.Server.Workspaces;

/// <summary>People who are told by e-mail.</summary>
public sealed record EmailOptions
{
    public required IReadOnlyList<string> To { get; init; }

    public required string From { get; init; }

    /// <summary>The server that takes e-mails.</summary>
    public required string Host { get; init; }

    /// <summary>Default 587.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Who signs in there. Default null: nobody does.</summary>
    public string? User { get; init; }

    /// <summary>The environment variable that holds the password.</summary>
    public string? PasswordEnv { get; init; }

    /// <summary>Default STARTTLS, and none to a server on this machine.</summary>
    public required EmailEncryption Encryption { get; init; }

    public const int DefaultPort = 587;

    /// <summary>What holds for a server where the file does not say.</summary>
    public static EmailEncryption DefaultEncryption(string host) => host is "localhost" or "127.0.0.1" or "::1" ? EmailEncryption.Off : EmailEncryption.StartTls;
}

/// <summary>How e-mails are kept from others on their way to the server.</summary>
public enum EmailEncryption
{
    StartTls,
    Off,
}
