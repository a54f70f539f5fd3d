using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    private static readonly JsonSerializerOptions SparseOptions = new(CoppiceJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Asks about one customer and records the answer.</summary>
    public Task<PredictionResponse> PredictAsync(
        string model,
        PredictQuestion question,
        PredictionDurability durability = PredictionDurability.Commit,
        CancellationToken cancellationToken = default) =>
        SendAsync<PredictionResponse>(HttpMethod.Post, PredictPath(model, durability), Sparse(question), cancellationToken);

    /// <summary>Asks about several customers in one request; answers come in the order of the questions.</summary>
    public Task<IReadOnlyList<PredictionResponse>> PredictAsync(
        string model,
        IReadOnlyList<PredictQuestion> questions,
        PredictionDurability durability = PredictionDurability.Commit,
        CancellationToken cancellationToken = default) =>
        SendAsync<IReadOnlyList<PredictionResponse>>(HttpMethod.Post, PredictPath(model, durability), Sparse(questions), cancellationToken);

    /// <summary>JSON without the members that were not given; a feature that is null stays, as missing.</summary>
    private static JsonContent Sparse<T>(T value) => JsonContent.Create(value, options: SparseOptions);

    private static string PredictPath(string model, PredictionDurability durability) =>
        $"/v1/models/{Uri.EscapeDataString(model)}/predict{(durability == PredictionDurability.Async ? "?durability=async" : "")}";
}
