namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>Imports a file; rows that cannot be used are in the report.</summary>
    /// <param name="kind"><c>events</c>, <c>profiles</c>, <c>notes</c>, <c>outcomes</c> or <c>examples</c>: labelled rows.</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="mapping">Which column is what, as <c>role=column</c>; what is left out is found by name.</param>
    /// <param name="cancellationToken">Stops the import; what was written by then stays, and importing the file again adds the rest.</param>
    public Task<ImportReport> ImportAsync(
        string kind,
        Stream content,
        string fileName,
        IReadOnlyList<string>? mapping = null,
        CancellationToken cancellationToken = default)
    {
        var query = $"?file={Uri.EscapeDataString(fileName)}" + string.Concat((mapping ?? []).Select(m => $"&map={Uri.EscapeDataString(m)}"));
        return SendAsync<ImportReport>(HttpMethod.Post, $"/v1/{kind}{query}", File(content), cancellationToken);
    }
}
