using System.Text.Json.Serialization;

namespace Coppice.Server.Text.Terms;

/// <summary>
/// Terms of a corpus and what each weighs: TF-IDF as scikit-learn's TfidfVectorizer defines it, to the last term. Fitted once, frozen with a version,
/// written as JSON. Immutable and shared; every thread that weighs brings its own <see cref="TermScratch"/>.
/// </summary>
public sealed class TermVocabulary
{
    private readonly TermTree _tree;
    private readonly double[] _idf;
    private readonly TokenCase _case;

    [JsonConstructor]
    public TermVocabulary(TermOptions options, IReadOnlyList<string> terms, IReadOnlyList<double> idf)
    {
        TermOptions.Validate(options);
        if (idf.Count != terms.Count)
            throw new ArgumentException($"An idf for each of {terms.Count} terms was expected; found {idf.Count}.", nameof(idf));
        Options = options;
        Terms = terms;
        _idf = [.. idf];
        _tree = new TermTree(terms);
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
        var edges = scratch.Scanner.Edges;
        byte[] text = scratch.Scanner.Text;
        var tokens = scratch.Tokens(edges.Length / 2);
        for (int i = 0; i < tokens.Length; i++)
            tokens[i] = _tree.Find(text, edges[2 * i], edges[(2 * i) + 1] - edges[2 * i]);
        for (int i = 0; i < tokens.Length; i++)
            Touch(scratch, tokens, i);
    }

    private void Touch(TermScratch scratch, ReadOnlySpan<int> tokens, int first)
    {
        int number = tokens[first];
        for (int next = first + 1; number != TermTree.Missing; next++)
        {
            var node = _tree[number];
            if (node.Column != TermTree.Missing)
                scratch.Touch(node.Column);
            if (!node.IsStart || next == tokens.Length || tokens[next] == TermTree.Missing)
                return;
            number = _tree.Lengthen(number, tokens[next]);
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
            return (vocabulary, vocabulary.Weigh(counts, kept));
        }
    }

    private static TermVocabulary Keep(TermCounts counts, int[] kept, TermOptions options)
    {
        int more = options.SmoothIdf ? 1 : 0;
        double[] idf = new double[kept.Length];
        for (int i = 0; i < idf.Length; i++)
            idf[i] = Math.Log((counts.Documents + more) / (double)(counts.Terms[kept[i]].Documents + more)) + 1;
        return new TermVocabulary(options, TermSelection.Spell(counts, kept), idf);
    }

    private TermMatrix Weigh(TermCounts counts, int[] kept)
    {
        var columns = new PooledArray<int>(counts.Terms.Length);
        columns.Items.AsSpan().Fill(kept.Length);
        int weights = 0;
        for (int column = 0; column < kept.Length; column++)
        {
            columns.Items[kept[column]] = column;
            weights += counts.Terms[kept[column]].Documents;
        }

        var matrix = new TermMatrix(counts.Documents, kept.Length, weights);
        var scratch = NewScratch();
        int[] columnOf = columns.Items;
        for (int document = 0; document < counts.Documents; document++)
        {
            foreach (int term in counts.Occurrences(document))
                scratch.Touch(columnOf[term]);
            matrix.Add(scratch, _idf, Options);
        }

        columns.Return();
        return matrix;
    }
}
