using System.Buffers;

namespace Coppice.Server.Text.Concepts;

/// <summary>Writes a lexicon as a CSV that a spreadsheet opens.</summary>
internal static class LexiconWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static void Write(IEnumerable<Concept> concepts, TextWriter text)
    {
        text.Write("id,label,aliases,bucket\n");
        foreach (var concept in concepts)
            text.Write($"{Field(concept.Id)},{Field(concept.Label)},{Field(string.Join('|', concept.Aliases))},{Field(concept.Bucket ?? "")}\n");
    }

    private static string Field(string text) =>
        text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
