using System.Security.Cryptography;

namespace Coppice.Server.Text.Concepts;

/// <summary>The concepts to look for, in the order of their file.</summary>
public sealed class Lexicon
{
    /// <summary>The file a workspace keeps its lexicon in.</summary>
    public const string FileName = "lexicon.csv";

    private readonly Lazy<FoldedPhrases> _phrases;
    private readonly Lazy<ConceptMatcher> _matcher;
    private readonly Lazy<string> _fingerprint;

    public Lexicon(IReadOnlyList<Concept> concepts)
    {
        Concepts = concepts;
        _phrases = new Lazy<FoldedPhrases>(() => FoldedPhrases.Of(concepts, Folding.CaseAndAccents));
        _matcher = new Lazy<ConceptMatcher>(() => ConceptMatcher.Compile(this));
        _fingerprint = new Lazy<string>(Digest);
    }

    internal Lexicon(IReadOnlyList<Concept> concepts, FoldedPhrases phrases)
        : this(concepts) => _phrases = new Lazy<FoldedPhrases>(phrases);

    public IReadOnlyList<Concept> Concepts { get; }

    /// <summary>Finds the concepts by the usual rules; compiled once.</summary>
    public ConceptMatcher Matcher => _matcher.Value;

    /// <summary>The same for two lexicons with the same concepts, and for no others.</summary>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>Case and accents folded.</summary>
    internal FoldedPhrases Phrases => _phrases.Value;

    /// <summary>Reads a CSV with the columns <c>id</c> (or <c>concept_id</c>), <c>label</c>, <c>aliases</c> parted by | and <c>bucket</c> (or <c>rule</c>).</summary>
    public static LexiconReading Read(TextReader text, CancellationToken cancellationToken = default) => LexiconReader.Read(text, cancellationToken);

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(TextWriter text) => LexiconWriter.Write(Concepts, text);

    private string Digest()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        foreach (var concept in Concepts)
        {
            writer.Write(concept.Id);
            writer.Write(concept.Label);
            writer.Write(concept.Bucket ?? "");
            writer.Write(concept.Aliases.Count);
            foreach (string alias in concept.Aliases)
                writer.Write(alias);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }
}
