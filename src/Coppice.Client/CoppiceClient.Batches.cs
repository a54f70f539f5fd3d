using System.Globalization;
using System.Net;

namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>Scores a file of customers and records the predictions. A small file is answered at once; a large one becomes a batch in the background.</summary>
    /// <param name="model">The model; null asks every model that has a champion.</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="mapping">Which column is what, as <c>customer=column</c>; what is left out is found by name.</param>
    /// <param name="reasons">How many reasons to give for each score; null gives some where the file is answered at once.</param>
    /// <param name="cancellationToken">Stops the sending; what was answered by then stays recorded.</param>
    public async Task<PredictFileResult> PredictFileAsync(
        string? model,
        Stream content,
        string fileName,
        IReadOnlyList<string>? mapping = null,
        int? reasons = null,
        CancellationToken cancellationToken = default)
    {
        using var response = await AnswerAsync(HttpMethod.Post, PredictPath(model, fileName, mapping, reasons), File(content, "text/csv"), "application/json", cancellationToken);
        return response.StatusCode == HttpStatusCode.Accepted
            ? new PredictFileResult(null, await ReadAsync<BatchResponse>(response, cancellationToken))
            : new PredictFileResult(await ReadAsync<PredictFileResponse>(response, cancellationToken), null);
    }

    /// <summary>Scores every customer of whom anything is known, in the background.</summary>
    /// <param name="model">The model; null asks every model that has a champion.</param>
    /// <param name="cancellationToken">Stops waiting for the start.</param>
    public Task<BatchResponse> ScoreAllCustomersAsync(string? model = null, CancellationToken cancellationToken = default) =>
        SendAsync<BatchResponse>(HttpMethod.Post, model is null ? "/v1/score-all" : $"/v1/models/{Uri.EscapeDataString(model)}/score-all", null, cancellationToken);

    /// <summary>Batches, newest first, a page at a time.</summary>
    /// <param name="before">Only earlier ones: <see cref="BatchPage.Next"/> of the page before.</param>
    /// <param name="limit">Batches per page, at most 1,000; null takes 50.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<BatchPage> GetBatchesAsync(long? before = null, int? limit = null, CancellationToken cancellationToken = default) =>
        GetAsync<BatchPage>(Query("/v1/batches", ("before", before?.ToString()), ("limit", limit?.ToString())), cancellationToken);

    /// <summary>A batch by its number.</summary>
    public Task<BatchResponse> GetBatchAsync(long id, CancellationToken cancellationToken = default) => GetAsync<BatchResponse>($"/v1/batches/{id}", cancellationToken);

    /// <summary>A batch as it goes on, until it ends.</summary>
    public IAsyncEnumerable<BatchResponse> FollowBatchAsync(long id, CancellationToken cancellationToken = default) =>
        StreamAsync<BatchResponse>(HttpMethod.Get, $"/v1/batches/{id}/progress", null, cancellationToken);

    /// <summary>Asks a batch to stop; what was answered stays recorded.</summary>
    public Task<BatchResponse> CancelBatchAsync(long id, CancellationToken cancellationToken = default) =>
        SendAsync<BatchResponse>(HttpMethod.Post, $"/v1/batches/{id}/cancel", null, cancellationToken);

    /// <summary>The answers of a batch that is done, all in memory.</summary>
    public Task<PredictFileResponse> GetBatchResultAsync(long id, CancellationToken cancellationToken = default) =>
        GetAsync<PredictFileResponse>($"/v1/batches/{id}/result", cancellationToken);

    /// <summary>The sender's file with scores beside each row, as CSV; disposing of the stream ends the request.</summary>
    public async Task<Stream> GetBatchTableAsync(long id, CancellationToken cancellationToken = default)
    {
        var response = await AnswerAsync(HttpMethod.Get, $"/v1/batches/{id}/result", null, "text/csv", cancellationToken);
        return await response.Content.ReadAsStreamAsync(cancellationToken);
    }

    private static string PredictPath(string? model, string fileName, IReadOnlyList<string>? mapping, int? reasons)
    {
        string path = Query(model is null ? "/predict" : $"/v1/models/{Uri.EscapeDataString(model)}/predict", ("file", fileName), ("explain", reasons?.ToString(CultureInfo.InvariantCulture)));
        return path + string.Concat((mapping ?? []).Select(m => $"&map={Uri.EscapeDataString(m)}"));
    }
}
