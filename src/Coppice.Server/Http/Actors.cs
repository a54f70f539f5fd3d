namespace Coppice.Server.Http;

/// <summary>Who makes a request: what the journal and the audit log will say.</summary>
public static class Actors
{
    /// <summary>What acts without being asked.</summary>
    public const string Coppice = "coppice";

    /// <summary>Whoever put a file into the inbox.</summary>
    public const string Inbox = "inbox";

    /// <summary>A caller that gives no name.</summary>
    public const string Unnamed = "api";

    private const string Header = "X-Coppice-Actor";

    public static string Of(HttpRequest request) => request.Headers.TryGetValue(Header, out var names) && names.Count == 1 && names[0] is { Length: > 0 and <= 200 } name ? name : Unnamed;
}
