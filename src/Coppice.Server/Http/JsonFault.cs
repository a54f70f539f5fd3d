using System.Text.Json;

namespace Coppice.Server.Http;

/// <summary>What is wrong with a JSON body and where, in a sentence. The framework says it in the types of its language.</summary>
internal static class JsonFault
{
    private static readonly (string Type, string Words)[] Kinds =
    [
        ("Int32", "a whole number"), ("Int64", "a whole number"), ("Double", "a number"), ("Boolean", "true or false"),
        ("DateTimeOffset", "a time such as 2026-03-01T06:00:00Z"), ("List", "a list"), ("Dictionary", "an object"), ("String", "a text"),
        ("as a string", "a text"), ("as a number", "a number"), ("as a boolean", "true or false"),
    ];

    public static string Describe(JsonException fault)
    {
        string place = fault.LineNumber is { } line ? $" (line {line + 1}, byte {(fault.BytePositionInLine ?? 0) + 1}{(fault.Path is { Length: > 1 } path ? $", at {path}" : "")})" : "";
        return $"The body is not the JSON that was expected{place}: {Reason(fault.Message, fault.InnerException?.Message ?? "")}.";
    }

    private static string Reason(string message, string cause)
    {
        if (FrameworkText.Between(message, "The JSON property '", "' could not be mapped to any .NET member") is { } unknown)
            return $"there is nothing called \"{unknown}\" here";
        if (FrameworkText.Between(message, "was missing required properties including: ", ".") is { } missing)
            return $"{missing.Replace('\'', '"')} is missing";
        if (FrameworkText.Between(message, "The JSON value could not be converted to ", ". ") is { } type)
            return $"the value is not {Kinds.FirstOrDefault(k => cause.Contains(k.Type, StringComparison.Ordinal) || type.Contains(k.Type, StringComparison.Ordinal)).Words ?? "an object"}";
        string plain = message;
        foreach (string tail in (string[])[" Path: ", " LineNumber: ", " Change the reader options."])
        {
            int at = plain.IndexOf(tail, StringComparison.Ordinal);
            if (at > 0)
                plain = plain[..at];
        }

        plain = plain.TrimEnd('.', ' ');
        return plain is [var first, .. var rest] ? char.ToLowerInvariant(first) + rest : "it ended early";
    }
}
