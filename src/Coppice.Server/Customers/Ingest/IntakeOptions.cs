using Coppice.Server.Quality;

namespace Coppice.Server.Customers.Ingest;

/// <summary>What a sending says about all of its rows.</summary>
/// <param name="Known">When rows that do not say themselves were known.</param>
/// <param name="Model">For labelled rows: the model they are for; null for any.</param>
/// <param name="Form">Whether it is a file, or objects in a request.</param>
public sealed record IntakeOptions(KnownTimes Known, string? Model = null, SendingForm Form = SendingForm.File)
{
    /// <summary>Codes of findings that its sender means; null for none.</summary>
    public IReadOnlyList<string>? Accept { get; init; }
}

/// <summary>When rows that do not say themselves could first be known.</summary>
public enum KnownTimes
{
    /// <summary>Live data: now.</summary>
    OnArrival,

    /// <summary>History: when it happened.</summary>
    AsHappened,
}
