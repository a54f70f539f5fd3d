using Coppice.Server.Http;

namespace Coppice.Server.Models;

/// <summary>A version that is known and cannot answer; the message says why.</summary>
public sealed class UnusableVersionException(string code, string message) : RefusalException(code, message, RefusalKind.Conflict)
{
    /// <summary>Its bytes are not what was saved.</summary>
    public const string Damaged = "COP-MODEL-001";

    /// <summary>Its bytes were let go of to save space.</summary>
    public const string Pruned = "COP-MODEL-002";
}
