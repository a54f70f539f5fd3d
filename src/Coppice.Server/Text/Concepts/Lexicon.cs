namespace Coppice.Server.Text.Concepts;

/// <summary>The concepts to look for, in the order of their file.</summary>
public sealed class Lexicon(IReadOnlyList<Concept> concepts)
{
    /// <summary>The file a workspace keeps its lexicon in.</summary>
    public const string FileName = "lexicon.csv";

    public IReadOnlyList<Concept> Concepts { get; } = concepts;

    /// <summary>Reads a CSV with the columns <c>id</c> (or <c>concept_id</c>), <c>label</c>, <c>aliases</c> parted by | and <c>bucket</c> (or <c>rule</c>).</summary>
    public static LexiconReading Read(TextReader text, CancellationToken cancellationToken = default) => LexiconReader.Read(text, cancellationToken);

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(TextWriter text) => LexiconWriter.Write(Concepts, text);
}
