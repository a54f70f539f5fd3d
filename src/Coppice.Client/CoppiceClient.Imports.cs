namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>Imports a file; rows that cannot be used are in the report.</summary>
    /// <param name="kind"><c>events</c>, <c>profiles</c>, <c>notes</c>, <c>outcomes</c> or <c>examples</c>: labelled rows.</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="mapping">Which column is what, as <c>role=column</c>; what is left out is found by name.</param>
    /// <param name="accept">Codes of findings that are meant, such as <c>COP-QUALITY-001</c>: they no longer refuse the file.</param>
    /// <param name="cancellationToken">Stops the import; what was written by then stays, and importing the file again adds the rest.</param>
    public Task<ImportReport> ImportAsync(
        string kind,
        Stream content,
        string fileName,
        IReadOnlyList<string>? mapping = null,
        IReadOnlyList<string>? accept = null,
        CancellationToken cancellationToken = default)
    {
        string query = $"?file={Uri.EscapeDataString(fileName)}"
            + string.Concat((mapping ?? []).Select(m => $"&map={Uri.EscapeDataString(m)}"))
            + string.Concat((accept ?? []).Select(code => $"&accept={Uri.EscapeDataString(code)}"));
        return SendAsync<ImportReport>(HttpMethod.Post, $"/v1/{kind}{query}", File(content), cancellationToken);
    }

    /// <summary>Files that came, newest first, with what was noticed about them.</summary>
    /// <param name="before">The number that the page before names; null for the newest.</param>
    /// <param name="limit">How many, at most 1,000; null for 50.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<ImportList> GetImportsAsync(long? before = null, int? limit = null, CancellationToken cancellationToken = default)
    {
        string query = $"?limit={limit ?? 50}" + (before is { } number ? $"&before={number}" : "");
        return GetAsync<ImportList>($"/v1/imports{query}", cancellationToken);
    }

    /// <summary>What an import would make of a file; nothing is stored.</summary>
    /// <param name="kind"><c>events</c>, <c>notes</c>, <c>profiles</c>, <c>outcomes</c> or <c>labels</c>.</param>
    /// <param name="beginning">Its first bytes, at most 1 MiB.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="size">How long the whole file is.</param>
    /// <param name="mapping">Which column is what, as <c>role=column</c>; what is left out is found by name.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<ImportPreview> PreviewImportAsync(
        string kind, Stream beginning, string name, long size, IReadOnlyList<string>? mapping = null, CancellationToken cancellationToken = default)
    {
        string query = Query("/v1/imports/preview", ("kind", kind), ("name", name), ("size", size.ToString()))
            + string.Concat((mapping ?? []).Select(m => $"&map={Uri.EscapeDataString(m)}"));
        return SendAsync<ImportPreview>(HttpMethod.Post, query, File(beginning), cancellationToken);
    }
}
