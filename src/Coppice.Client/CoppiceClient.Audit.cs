namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>What happened and who caused it, newest first.</summary>
    /// <param name="before">What the page before gave as next; null for the newest.</param>
    /// <param name="limit">How many, at most 1,000; null for 50.</param>
    /// <param name="model">Only what is about this model; null for everything.</param>
    /// <param name="kind">Only what was done so, such as <c>promote</c>; null for everything.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<AuditPage> GetAuditAsync(long? before = null, int? limit = null, string? model = null, string? kind = null, CancellationToken cancellationToken = default) =>
        GetAsync<AuditPage>(Query("/v1/audit", ("before", before?.ToString()), ("limit", limit?.ToString()), ("model", model), ("kind", kind)), cancellationToken);

    /// <summary>What changes, as it does, until the caller stops listening.</summary>
    /// <param name="after">The position from which on; null from now on.</param>
    /// <param name="cancellationToken">Stops listening.</param>
    public IAsyncEnumerable<ChangeEvent> WatchChangesAsync(long? after = null, CancellationToken cancellationToken = default) =>
        StreamAsync<ChangeEvent>(HttpMethod.Get, Query("/v1/changes", ("after", after?.ToString())), null, cancellationToken);
}
