namespace Coppice.Server.Serving.Inference;

/// <summary>The datatypes of the protocol.</summary>
internal static class TensorDatatypes
{
    public const string Bool = "BOOL";
    public const string Bytes = "BYTES";
    public const string Single = "FP32";
    public const string Double = "FP64";

    private static readonly string[] Numbers = ["UINT8", "UINT16", "UINT32", "UINT64", "INT8", "INT16", "INT32", "INT64", "FP16", Single, Double];

    public static IReadOnlyList<string> All { get; } = [Bool, .. Numbers, Bytes];

    public static bool IsNumber(string datatype) => Numbers.Contains(datatype);

    /// <summary>Bytes of one value.</summary>
    public static int Size(string datatype) => datatype switch
    {
        Bool or "UINT8" or "INT8" => 1,
        "UINT16" or "INT16" or "FP16" => 2,
        "UINT64" or "INT64" or Double => 8,
        _ => 4,
    };
}
