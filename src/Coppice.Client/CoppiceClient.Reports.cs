namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>Everything that speaks for and against a version.</summary>
    public Task<VersionReport> GetReportAsync(string model, string version, CancellationToken cancellationToken = default) =>
        GetAsync<VersionReport>($"/v1/models/{model}/versions/{version}/report", cancellationToken);

    /// <summary>The same as a sealed page for a browser.</summary>
    public async Task<string> GetReportPageAsync(string model, string version, CancellationToken cancellationToken = default)
    {
        using var response = await AnswerAsync(HttpMethod.Get, $"/v1/models/{model}/versions/{version}/report", null, "text/html", cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>The hash of an entry of the audit, and whether the audit is whole.</summary>
    public Task<AuditPlace> GetAuditPlaceAsync(long position, CancellationToken cancellationToken = default) =>
        GetAsync<AuditPlace>($"/v1/audit/{position}", cancellationToken);
}
