using System.Text.Json.Serialization;

namespace Coppice.Server.Text.Terms;

/// <summary>
/// Terms of a corpus and what each weighs: TF-IDF as scikit-learn's TfidfVectorizer defines it, to the last term. Fitted once, frozen with a version,
/// written as JSON. Immutable and shared; every thread that weighs brings its own <see cref="TermScratch"/>.
/// </summary>
public sealed class TermVocabulary
{
    private readonly Lazy<TermTree> _tree;
    private readonly double[] _idf;
    private readonly TokenCase _case;

    [JsonConstructor]
    public TermVocabulary(TermOptions options, IReadOnlyList<string> terms, IReadOnlyList<double> idf)
        : this(options, terms, [.. idf])
    {
        TermOptions.Validate(options);
        if (idf.Count != terms.Count)
            throw new ArgumentException($"An idf for each of {terms.Count} terms was expected; found {idf.Count}.", nameof(idf));
        _ = _tree.Value;
    }

    /// <summary>Terms that were counted are known to be good.</summary>
    private TermVocabulary(TermOptions options, IReadOnlyList<string> terms, double[] idf)
    {
        Options = options;
        Terms = terms;
        _idf = idf;
        _tree = new Lazy<TermTree>(() => new TermTree(terms));
        _case = options.Lowercase ? TokenCase.Lower : TokenCase.AsIs;
    }

    public TermOptions Options { get; }

    /// <summary>The terms by index, in the order of their code points.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>ln(documents / documents with the term) + 1, both counted one higher when smoothed.</summary>
    public IReadOnlyList<double> Idf => _idf;

    /// <summary>The vocabulary of a corpus. No terms where none passes the bounds; scikit-learn raises an error then.</summary>
    public static TermVocabulary Fit(IEnumerable<string> texts, TermOptions options) => Fit(Count(texts, options), options);

    /// <summary>The same over texts in UTF-8.</summary>
    public static TermVocabulary Fit(IEnumerable<ReadOnlyMemory<byte>> texts, TermOptions options) => Fit(Count(texts, options), options);

    /// <summary>The vocabulary of a corpus and the rows of its texts, which are read once.</summary>
    public static (TermVocabulary Vocabulary, TermMatrix Rows) FitTransform(IEnumerable<string> texts, TermOptions options) =>
        FitTransform(Count(texts, options), options);

    /// <summary>The same over texts in UTF-8.</summary>
    public static (TermVocabulary Vocabulary, TermMatrix Rows) FitTransform(IEnumerable<ReadOnlyMemory<byte>> texts, TermOptions options) =>
        FitTransform(Count(texts, options), options);

    public TermScratch NewScratch() => new(Terms.Count);

    /// <summary>A row per text.</summary>
    public TermMatrix Transform(IReadOnlyCollection<string> texts)
    {
        var matrix = new TermMatrix(texts.Count, Terms.Count, texts.Count * 16);
        var scratch = NewScratch();
        foreach (string text in texts)
        {
            scratch.Scanner.Scan(text, _case);
            Count(scratch);
            matrix.Add(scratch, _idf, Options);
        }

        return matrix;
    }

    /// <summary>The same over texts in UTF-8.</summary>
    public TermMatrix Transform(IReadOnlyCollection<ReadOnlyMemory<byte>> texts)
    {
        var matrix = new TermMatrix(texts.Count, Terms.Count, texts.Count * 16);
        var scratch = NewScratch();
        foreach (var text in texts)
        {
            scratch.Scanner.Scan(text.Span, _case);
            Count(scratch);
            matrix.Add(scratch, _idf, Options);
        }

        return matrix;
    }

    /// <summary>One text, in the caller's buffers; they grow to the longest text met, after that nothing is allocated.</summary>
    public TermRow Weigh(ReadOnlySpan<char> text, TermScratch scratch)
    {
        scratch.Scanner.Scan(text, _case);
        return Weigh(scratch);
    }

    /// <summary>The same for a text in UTF-8; bytes that are not UTF-8 stand between tokens.</summary>
    public TermRow Weigh(ReadOnlySpan<byte> utf8, TermScratch scratch)
    {
        scratch.Scanner.Scan(utf8, _case);
        return Weigh(scratch);
    }

    private TermRow Weigh(TermScratch scratch)
    {
        if (scratch.Terms != Terms.Count)
            throw new ArgumentException($"A scratch for {Terms.Count} terms was expected; found one for {scratch.Terms}.", nameof(scratch));
        Count(scratch);
        return scratch.Weigh(_idf, Options);
    }

    private void Count(TermScratch scratch)
    {
        var tree = _tree.Value;
        var edges = scratch.Scanner.Edges;
        byte[] text = scratch.Scanner.Text;
        var tokens = scratch.Tokens(edges.Length / 2);
        for (int i = 0; i < tokens.Length; i++)
            tokens[i] = tree.Find(text, edges[2 * i], edges[(2 * i) + 1] - edges[2 * i]);
        for (int i = 0; i < tokens.Length; i++)
            Touch(tree, scratch, tokens, i);
    }

    private static void Touch(TermTree tree, TermScratch scratch, ReadOnlySpan<int> tokens, int first)
    {
        int number = tokens[first];
        for (int next = first + 1; number != TermTree.Missing; next++)
        {
            var node = tree[number];
            if (node.Column != TermTree.Missing)
                scratch.Touch(node.Column);
            if (!node.IsStart || next == tokens.Length || tokens[next] == TermTree.Missing)
                return;
            number = tree.Lengthen(number, tokens[next]);
        }
    }

    private static TermCounts Count(IEnumerable<string> texts, TermOptions options)
    {
        var counts = new TermCounts(options);
        foreach (string text in texts)
            counts.Add(text);
        return counts;
    }

    private static TermCounts Count(IEnumerable<ReadOnlyMemory<byte>> texts, TermOptions options)
    {
        var counts = new TermCounts(options);
        foreach (var text in texts)
            counts.Add(text.Span);
        return counts;
    }

    private static TermVocabulary Fit(TermCounts counts, TermOptions options)
    {
        using (counts)
            return Keep(counts, TermSelection.Select(counts, options), options);
    }

    private static (TermVocabulary Vocabulary, TermMatrix Rows) FitTransform(TermCounts counts, TermOptions options)
    {
        using (counts)
        {
            int[] kept = TermSelection.Select(counts, options);
            var vocabulary = Keep(counts, kept, options);
            return (vocabulary, TermRows.Of(counts, kept, vocabulary._idf, options));
        }
    }

    private static TermVocabulary Keep(TermCounts counts, int[] kept, TermOptions options)
    {
        int more = options.SmoothIdf ? 1 : 0;
        double[] idf = new double[kept.Length];
        // Many terms are in as many documents as others.
        double[] known = new double[counts.Documents + 1];
        for (int i = 0; i < idf.Length; i++)
        {
            int documents = counts.Terms[kept[i]].Documents;
            if (known[documents] == 0)
                known[documents] = Math.Log((counts.Documents + more) / (double)(documents + more)) + 1;
            idf[i] = known[documents];
        }

        return new TermVocabulary(options, TermSelection.Spell(counts, kept), idf);
    }
}
