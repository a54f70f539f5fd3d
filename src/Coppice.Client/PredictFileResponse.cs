using System.Text.Json.Serialization;

namespace Coppice.Client;

/// <summary>The answers to a file of customers, and the rows that could not be answered.</summary>
/// <param name="AsOf">When the answers were given; inputs hold what was known by then.</param>
/// <param name="Rows">Rows of the file, those set aside included.</param>
/// <param name="Models">The models that answered, each with the version that did.</param>
/// <param name="Predictions">One per row and model, in the order of the file.</param>
/// <param name="SetAside">Rows that could not be answered.</param>
/// <param name="Rejects">The first of them.</param>
public sealed record PredictFileResponse(
    DateTimeOffset AsOf,
    long Rows,
    IReadOnlyList<AnsweringVersion> Models,
    IReadOnlyList<PredictionResponse> Predictions,
    long SetAside,
    IReadOnlyList<RejectedRow> Rejects)
{
    /// <summary>New notes that the file brought and that are kept now; left out where it is no file of notes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? NotesKept { get; init; }

    /// <summary>The batch in which versions replace the answers of their companions; left out where versions answered alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Batch { get; init; }
}

/// <summary>A model and the version of it that answers.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">The version.</param>
/// <param name="Unit">What the contributions of its reasons are counted in: <c>log-odds</c> or <c>log amount</c>; left out where there are none.</param>
public sealed record AnsweringVersion(
    string Model,
    string Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Unit = null)
{
    /// <summary>The recipe of its companion, which answers at once before the version does; left out where the version answers alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Quick { get; init; }
}

/// <summary>What became of a file of customers: answers at once, or a batch in the background for a large one.</summary>
/// <param name="Answers">The answers; null where there is a batch.</param>
/// <param name="Batch">The batch to wait for; null where there are answers.</param>
public sealed record PredictFileResult(PredictFileResponse? Answers, BatchResponse? Batch);
