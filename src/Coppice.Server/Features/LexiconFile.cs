using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Features;

/// <summary>The lexicon that a workspace keeps beside its definition, where there is one.</summary>
public sealed class LexiconFile(string folder)
{
    public string Path { get; } = System.IO.Path.Combine(folder, Lexicon.FileName);

    /// <summary>The lexicon as the file is now; null where there is none.</summary>
    /// <exception cref="InvalidLexiconException">The file cannot be used.</exception>
    public Lexicon? Read()
    {
        if (!File.Exists(Path))
            return null;
        using var text = new StreamReader(Path);
        var reading = Lexicon.Read(text);
        return reading.Lexicon ?? throw new InvalidLexiconException($"{Lexicon.FileName}, {reading.Problems[0]}.");
    }
}
