using System.Text.Json.Serialization;

namespace Coppice.Server.Serving.Inference;

/// <summary>The answer to an inference request; names are the protocol's.</summary>
public sealed record InferenceResponse(
    string ModelName,
    string ModelVersion,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    InferenceParameters Parameters,
    IReadOnlyList<OutputTensor> Outputs);

/// <summary>What the protocol has no word for.</summary>
/// <param name="Recorded">Whether the answers are recorded predictions that will be labelled.</param>
public sealed record InferenceParameters(bool Recorded);

/// <summary>An output; <paramref name="Data"/> is an array of numbers or strings.</summary>
public sealed record OutputTensor(string Name, string Datatype, IReadOnlyList<int> Shape, object Data);
