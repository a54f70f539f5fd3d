namespace Coppice.Server.Simulation;

/// <summary>A sentence of an advisor's, and the words in it by which one who knows the language tells what is meant.</summary>
internal sealed record MarkedPhrase(string Text, string Alias)
{
    /// <summary>Reads a sentence in which those words stand in square brackets.</summary>
    public static implicit operator MarkedPhrase(string marked)
    {
        int start = marked.IndexOf('[', StringComparison.Ordinal);
        int end = marked.IndexOf(']', StringComparison.Ordinal);
        return new MarkedPhrase(marked.Remove(end, 1).Remove(start, 1), marked[(start + 1)..end]);
    }
}
