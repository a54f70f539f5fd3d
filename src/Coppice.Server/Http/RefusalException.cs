namespace Coppice.Server.Http;

/// <summary>A request that cannot be done as asked. The message is one sentence for people: what was expected, what was found, where.</summary>
public abstract class RefusalException(string code, string message, RefusalKind kind) : Exception(message)
{
    /// <summary>Stable and documented, such as <c>COP-TRAIN-001</c>.</summary>
    public string Code { get; } = code;

    public RefusalKind Kind { get; } = kind;
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
}
