namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>Answers of a model with what came true, newest first: the rows behind a number.</summary>
    /// <param name="model">The model.</param>
    /// <param name="version">Only what this version answered; null for any.</param>
    /// <param name="from">Only what was asked at this time or later.</param>
    /// <param name="until">Only what was asked before this time.</param>
    /// <param name="label"><c>positive</c>, <c>negative</c>, <c>matured</c> or <c>open</c>; null for all.</param>
    /// <param name="cursor">What the page before gave as next; null for the newest.</param>
    /// <param name="limit">How many, at most 1,000; null for 50.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<AnswerPage> GetAnswersAsync(
        string model,
        string? version = null,
        DateTimeOffset? from = null,
        DateTimeOffset? until = null,
        string? label = null,
        long? cursor = null,
        int? limit = null,
        CancellationToken cancellationToken = default) => GetAsync<AnswerPage>(
        Query($"/v1/models/{model}/answers", ("version", version), ("from", from?.ToString("O")), ("to", until?.ToString("O")), ("label", label), ("cursor", cursor?.ToString()), ("limit", limit?.ToString())),
        cancellationToken);

    /// <summary>How scores and what came true lie together.</summary>
    /// <param name="model">The model.</param>
    /// <param name="version">Only what this version answered; null for any.</param>
    /// <param name="from">Only what was asked at this time or later.</param>
    /// <param name="until">Only what was asked before this time.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<ScoresResponse> GetScoresAsync(
        string model, string? version = null, DateTimeOffset? from = null, DateTimeOffset? until = null, CancellationToken cancellationToken = default) =>
        GetAsync<ScoresResponse>(Query($"/v1/models/{model}/scores", ("version", version), ("from", from?.ToString("O")), ("to", until?.ToString("O"))), cancellationToken);

    /// <summary>What a customer did and said, what was said about them and what came true, newest first.</summary>
    /// <param name="customer">The customer's key.</param>
    /// <param name="before">What the page before gave as next; null for the newest.</param>
    /// <param name="limit">How many, at most 1,000; null for 50.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<TimelinePage> GetTimelineAsync(string customer, string? before = null, int? limit = null, CancellationToken cancellationToken = default) =>
        GetAsync<TimelinePage>(Query($"/v1/customers/{Uri.EscapeDataString(customer)}/timeline", ("before", before), ("limit", limit?.ToString())), cancellationToken);
}
