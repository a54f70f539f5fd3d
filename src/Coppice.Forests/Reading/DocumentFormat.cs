namespace Coppice.Forests.Reading;

/// <summary>Tells JSON from UBJSON and holds the limits both obey.</summary>
internal static class DocumentFormat
{
    /// <summary>XGBoost nests eight levels.</summary>
    public const int MaximumDepth = 32;

    /// <summary>Values cost far more memory than the bytes that name them, except in arrays of numbers. A tree has 24.</summary>
    public const int MaximumValues = 2_000_000;

    public static DocumentValue Parse(ReadOnlySpan<byte> document)
    {
        if (document.StartsWith("binf"u8))
            throw new InvalidForestException("byte 0", "expected a JSON or UBJSON model, found XGBoost's old binary format; save the model as .json or .ubj");

        // A JSON object goes on with white space, a quote or its end; a UBJSON object with the type of its first key's length.
        bool binary = document.Length > 1 && document[0] == '{' && "iUIlL#$"u8.Contains(document[1]);
        return binary ? new UbjsonParser(document).ParseDocument() : JsonParser.ParseDocument(document);
    }
}
