namespace Coppice.Server.Http;

/// <summary>What is wrong with a parameter of a request. The framework says it in the types of its language; people read this.</summary>
internal static class BindingFault
{
    private const string NoBody = "A JSON body was expected; there is none, or it is null.";

    public static string Describe(string message)
    {
        if (FrameworkText.Between(message, "Failed to bind parameter \"", "\" from \"") is { } parameter)
            return $"{Name(parameter)}: expected {Kind(parameter)}, found {message[(message.IndexOf("\" from \"", StringComparison.Ordinal) + 7)..].TrimEnd('.')}.";
        if (FrameworkText.Between(message, "Required parameter \"", "\" was not provided from ") is { } missing)
            return message.EndsWith(" body.", StringComparison.Ordinal) ? NoBody : $"The parameter {Name(missing)} is missing.";
        return message.StartsWith("Implicit body inferred", StringComparison.Ordinal) ? NoBody : message;
    }

    private static string Name(string parameter) => parameter[(parameter.LastIndexOf(' ') + 1)..];

    private static string Kind(string parameter)
    {
        string type = parameter[..Math.Max(parameter.LastIndexOf(' '), 0)];
        return type switch
        {
            _ when type.Contains("Date", StringComparison.Ordinal) => "a time such as 2026-03-01 or 2026-03-01T06:00:00Z",
            _ when type.Contains("int", StringComparison.OrdinalIgnoreCase) || type.Contains("long", StringComparison.OrdinalIgnoreCase) => "a whole number",
            _ when type.Contains("double", StringComparison.OrdinalIgnoreCase) => "a number",
            _ when type.Contains("bool", StringComparison.OrdinalIgnoreCase) => "true or false",
            _ => type,
        };
    }
}
