namespace Coppice.Server.Storage;

/// <summary>The database server refuses, does not answer, or stopped doing so halfway.</summary>
public sealed class DatabaseUnreachableException(string place, string consequence, Exception cause)
    : IOException($"The database {place} cannot be reached ({cause.GetBaseException().Message.TrimEnd('.')}); {consequence}.", cause)
{
    /// <summary>Database and host, without the password.</summary>
    public string Place { get; } = place;
}
