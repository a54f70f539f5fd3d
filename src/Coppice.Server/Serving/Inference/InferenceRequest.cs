using System.Text.Json;

namespace Coppice.Server.Serving.Inference;

/// <summary>An inference request as the protocol writes it; the bytes of tensors that say their binary_data_size follow the JSON.</summary>
/// <param name="Inputs">At least one tensor: one per input, or one of all numbers; <c>customer</c> says whom each row is about.</param>
/// <param name="Id">The caller's own name for the request; the answer repeats it.</param>
/// <param name="Outputs">The outputs asked for; null means all.</param>
/// <param name="Parameters">Taken and not used.</param>
/// <remarks>For the description of the API: <see cref="InferenceRequestReader"/> reads the JSON itself, so that it can say which value is wrong.</remarks>
public sealed record InferenceRequest(
    IReadOnlyList<InputTensor> Inputs,
    string? Id = null,
    IReadOnlyList<RequestedOutput>? Outputs = null,
    IReadOnlyDictionary<string, JsonElement>? Parameters = null);

/// <summary>An input of a request.</summary>
/// <param name="Name">A name from the model's metadata, <c>customer</c>, or <c>input</c> for all numbers at once.</param>
/// <param name="Datatype">Such as <c>FP32</c>, <c>INT64</c>, <c>BOOL</c> or <c>BYTES</c> for words.</param>
/// <param name="Shape">Rows first.</param>
/// <param name="Data">The values, row by row or nested; null is missing. Left out where they follow as bytes.</param>
/// <param name="Parameters">Those that follow as bytes say so here.</param>
public sealed record InputTensor(string Name, string Datatype, IReadOnlyList<int> Shape, IReadOnlyList<JsonElement>? Data = null, TensorParameters? Parameters = null);

/// <summary>What an input says beyond its values.</summary>
/// <param name="BinaryDataSize">How many of the bytes after the JSON are its values; the header Inference-Header-Content-Length says where they begin.</param>
public sealed record TensorParameters(long? BinaryDataSize = null);

/// <summary>An output that is asked for.</summary>
/// <param name="Name"><c>score</c> or <c>prediction_id</c>.</param>
/// <param name="Parameters">Taken and not used.</param>
public sealed record RequestedOutput(string Name, IReadOnlyDictionary<string, JsonElement>? Parameters = null);
