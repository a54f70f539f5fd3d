namespace Coppice.Forests.Reading;

/// <summary>Tells JSON from UBJSON and holds the limits both obey.</summary>
internal static class DocumentFormat
{
    /// <summary>XGBoost nests eight levels.</summary>
    public const int MaximumDepth = 32;

    /// <summary>Objects, arrays and texts cost far more memory than the bytes that name them. A model of 100,000 trees has two million.</summary>
    public const int MaximumValues = 4_000_000;

    public static DocumentValue Parse(ReadOnlySpan<byte> document)
    {
        if (document.StartsWith("binf"u8))
            throw new InvalidForestException("byte 0", "expected a JSON or UBJSON model, found XGBoost's old binary format; save the model as .json or .ubj");

        // A JSON object goes on with white space, a quote or its end; a UBJSON object with the type of its first key's length.
        bool binary = document.Length > 1 && document[0] == '{' && document[1] is (byte)'i' or (byte)'U' or (byte)'I' or (byte)'l' or (byte)'L' or (byte)'#' or (byte)'$';
        return binary ? new UbjsonParser(document).ParseDocument() : JsonParser.ParseDocument(document);
    }
}
