namespace Coppice.Server.Http;

/// <summary>JSON that a route reads by itself, for the description of the API; it restricts nothing.</summary>
/// <param name="Shape">One object of it.</param>
/// <param name="Form">Whether a body holds one or may hold many.</param>
internal sealed record DescribedJson(Type Shape, JsonForm Form);

/// <summary>What a body of JSON may hold.</summary>
internal enum JsonForm
{
    /// <summary>One object.</summary>
    Object,

    /// <summary>One object, a list of them, or one a line.</summary>
    Rows,
}

/// <summary>Another shape that a good answer may have, for the description of the API.</summary>
internal sealed record DescribedAnswer(Type Shape);
