namespace Coppice.Server.Http;

/// <summary>A request that cannot be done as asked. The message is one sentence for people: what was expected, what was found, where.</summary>
public abstract class RefusalException(string code, string message, RefusalKind kind) : Exception(message)
{
    /// <summary>Stable and documented, such as <c>COP-TRAIN-001</c>.</summary>
    public string Code { get; } = code;

    public RefusalKind Kind { get; } = kind;

    /// <summary>When asking again is worth while; null where it is not, or where nobody knows.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>What is wrong with a request.</summary>
public enum RefusalKind
{
    /// <summary>What it brings.</summary>
    BadInput,

    /// <summary>What it names is not there.</summary>
    NotFound,

    /// <summary>It does not fit the state of things.</summary>
    Conflict,

    /// <summary>The caller may not ask for it.</summary>
    Forbidden,

    /// <summary>More is asked for than can be done now.</summary>
    Busy,

    /// <summary>The server cannot do it for a while, whoever asks.</summary>
    Unavailable,
}
