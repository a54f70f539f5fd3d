namespace Coppice.Server.Text.Concepts;

/// <summary>Something notes speak of, and the ways in which they say it.</summary>
/// <param name="Id">Stable key, such as <c>gift</c>.</param>
/// <param name="Label">What people call it; found in notes like an alias.</param>
/// <param name="Aliases">Words and phrases of any language.</param>
/// <param name="Bucket">The group it belongs to, such as <c>intent</c>; null where none is named.</param>
public sealed record Concept(string Id, string Label, IReadOnlyList<string> Aliases, string? Bucket = null)
{
    /// <summary>Label and aliases, as written.</summary>
    public IEnumerable<string> Phrases => Aliases.Prepend(Label);
}
