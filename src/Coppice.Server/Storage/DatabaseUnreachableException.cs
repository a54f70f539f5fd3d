namespace Coppice.Server.Storage;

/// <summary>The database server does not answer, or stopped doing so halfway.</summary>
public sealed class DatabaseUnreachableException(string place, string consequence, Exception cause)
    : Exception($"The database {place} does not answer ({cause.GetBaseException().Message.TrimEnd('.')}); {consequence}.", cause)
{
    /// <summary>Database and host, without the password.</summary>
    public string Place { get; } = place;
}
