namespace Coppice.Server.Http;

/// <summary>A request that names or brings what the server does not know.</summary>
public sealed class RequestException(string code, string message, RefusalKind kind) : RefusalException(code, message, kind);
