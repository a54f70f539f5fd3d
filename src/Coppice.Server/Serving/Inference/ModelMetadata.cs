using Coppice.Server.Features;
using Coppice.Server.Models;

namespace Coppice.Server.Serving.Inference;

/// <summary>A model as the protocol describes it.</summary>
public sealed record ModelMetadata(
    string Name,
    IReadOnlyList<string> Versions,
    string Platform,
    IReadOnlyList<TensorMetadata> Inputs,
    IReadOnlyList<TensorMetadata> Outputs)
{
    /// <summary>The optional input that names whom each row is about.</summary>
    public const string Customer = "customer";

    /// <summary>The one tensor that may stand for all numeric inputs, in the order of the metadata.</summary>
    public const string Matrix = "input";
    public const string Score = "score";
    public const string PredictionId = "prediction_id";

    private static readonly int[] Column = [-1, 1];
    private static readonly int[] List = [-1];

    public static ModelMetadata Of(string model, LoadedVersion version, IReadOnlyList<ModelVersion> versions) => new(
        model,
        [.. versions.Select(v => v.Number.ToString())],
        "coppice",
        [.. InputsOf(version), new TensorMetadata(Customer, TensorDatatypes.Bytes, Column)],
        [new TensorMetadata(Score, TensorDatatypes.Double, List), new TensorMetadata(PredictionId, TensorDatatypes.Bytes, List)]);

    /// <summary>The raw inputs a version takes, one tensor each: numbers, or words for categories and dates.</summary>
    internal static IReadOnlyList<TensorMetadata> InputsOf(LoadedVersion version) =>
        [.. version.Pipeline.Encoders.Select(e => new TensorMetadata(e.Column, e is NumberEncoder ? TensorDatatypes.Single : TensorDatatypes.Bytes, Column))];
}

/// <summary>An input or output of a model; -1 is as many as there are rows.</summary>
public sealed record TensorMetadata(string Name, string Datatype, IReadOnlyList<int> Shape);
