namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>Asks about one customer and records the answer.</summary>
    public Task<PredictionResponse> PredictAsync(
        string model,
        PredictionQuestion question,
        PredictionDurability durability = PredictionDurability.Durable,
        CancellationToken cancellationToken = default) =>
        SendAsync<PredictionResponse>(HttpMethod.Post, PredictPath(model, durability), Json(question), cancellationToken);

    /// <summary>Asks about several customers in one request; answers come in the order of the questions.</summary>
    public Task<IReadOnlyList<PredictionResponse>> PredictAsync(
        string model,
        IReadOnlyList<PredictionQuestion> questions,
        PredictionDurability durability = PredictionDurability.Durable,
        CancellationToken cancellationToken = default) =>
        SendAsync<IReadOnlyList<PredictionResponse>>(HttpMethod.Post, PredictPath(model, durability), Json(questions), cancellationToken);

    private static string PredictPath(string model, PredictionDurability durability) =>
        $"/v1/models/{Uri.EscapeDataString(model)}/predict{(durability == PredictionDurability.Async ? "?durability=async" : "")}";
}
