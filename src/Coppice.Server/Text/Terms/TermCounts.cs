using System.Runtime.CompilerServices;

namespace Coppice.Server.Text.Terms;

/// <summary>Counts every term of a corpus while it is read once, and keeps which terms each document is made of.</summary>
internal sealed class TermCounts : IDisposable
{
    private const int FirstTerms = 4096;

    private readonly TermOptions _options;
    private readonly TokenCase _case;
    private readonly TokenScanner _scanner = new();
    private readonly PairTable _pairs = new(FirstTerms);
    private readonly List<int> _ends = [];
    private PooledArray<Tally> _tallies = new(FirstTerms);
    private PooledArray<Parts> _parts = new(FirstTerms, Unwritten.Anything);
    private PooledArray<Use> _uses = new(FirstTerms, Unwritten.Anything);
    private PooledArray<int> _tokens = new(0, Unwritten.Anything);
    private PooledArray<int> _starts = new(0, Unwritten.Anything);
    private int _useCount;
    private int _terms;

    public TermCounts(TermOptions options)
    {
        TermOptions.Validate(options);
        _options = options;
        _case = options.Lowercase ? TokenCase.Lower : TokenCase.AsIs;
    }

    public TokenTable Tokens { get; } = new(FirstTerms / 2);

    public int Documents => _ends.Count;

    /// <summary>Every term seen by its number, parts of longer terms included.</summary>
    public ReadOnlySpan<Tally> Terms => _tallies.Items.AsSpan(0, _terms);

    /// <summary>The terms of a document, each once, in the order met.</summary>
    public ReadOnlySpan<Use> Uses(int document)
    {
        int start = document == 0 ? 0 : _ends[document - 1];
        return _uses.Items.AsSpan(start, _ends[document] - start);
    }

    public Parts PartsOf(int term) => _parts.Items[term];

    public void Add(string text)
    {
        _scanner.Scan(text, _case);
        Add();
    }

    public void Add(ReadOnlySpan<byte> utf8)
    {
        _scanner.Scan(utf8, _case);
        Add();
    }

    public void Dispose()
    {
        Tokens.Return();
        _pairs.Return();
        _tallies.Return();
        _parts.Return();
        _uses.Return();
        _tokens.Return();
        _starts.Return();
    }

    private void Add()
    {
        if (_options.LongestGram == 1)
            AddTokens();
        else
            AddGrams();
        _ends.Add(_useCount);
    }

    /// <summary>Where tokens are the terms, each is counted as it is met.</summary>
    private void AddTokens()
    {
        var edges = _scanner.Edges;
        byte[] text = _scanner.Text;
        Reserve(edges.Length / 2);
        var tallies = _tallies.Items;
        var uses = _uses.Items;
        var parts = _parts.Items;
        int document = _ends.Count + 1;
        int terms = _terms;
        int useCount = _useCount;
        for (int i = 0; i + 1 < edges.Length; i += 2)
        {
            int token = Tokens.FindOrAdd(text, edges[i], edges[i + 1] - edges[i], ref terms);
            if (token == terms - 1)
                parts[token] = new Parts(Parts.None, token);
            Count(ref tallies[token], token, document, uses, ref useCount);
        }

        _terms = terms;
        _useCount = useCount;
    }

    private void AddGrams()
    {
        var edges = _scanner.Edges;
        byte[] text = _scanner.Text;
        int count = edges.Length / 2;
        Reserve(count);
        var tokens = _tokens.Items.AsSpan(0, count);
        var parts = _parts.Items;
        int terms = _terms;
        for (int i = 0; i < tokens.Length; i++)
        {
            int start = edges[2 * i];
            int token = Tokens.FindOrAdd(text, start, edges[(2 * i) + 1] - start, ref terms);
            if (token == terms - 1)
                parts[token] = new Parts(Parts.None, token);
            tokens[i] = token;
        }

        _terms = terms;

        // A term begins where its first token stands; each round makes it longer by the token that follows.
        var starts = _starts.Items.AsSpan(0, count);
        tokens.CopyTo(starts);
        for (int grams = 1; grams <= Math.Min(_options.LongestGram, count); grams++)
        {
            if (grams > 1)
                Lengthen(starts, tokens[(grams - 1)..]);
            if (grams >= _options.ShortestGram)
                Count(starts[..(count - grams + 1)]);
        }
    }

    private void Lengthen(Span<int> starts, ReadOnlySpan<int> followers)
    {
        var parts = _parts.Items;
        int terms = _terms;
        for (int i = 0; i < followers.Length; i++)
        {
            int term = _pairs.FindOrAdd(starts[i], followers[i], ref terms);
            if (term == terms - 1)
                parts[term] = new Parts(starts[i], followers[i]);
            starts[i] = term;
        }

        _terms = terms;
    }

    private void Count(ReadOnlySpan<int> terms)
    {
        int document = _ends.Count + 1;
        var tallies = _tallies.Items;
        var uses = _uses.Items;
        int useCount = _useCount;
        foreach (int term in terms)
            Count(ref tallies[term], term, document, uses, ref useCount);
        _useCount = useCount;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Count(ref Tally tally, int term, int document, Use[] uses, ref int useCount)
    {
        tally.Occurrences++;
        if (tally.Last == document)
        {
            uses[tally.Use].Times++;
            return;
        }

        tally.Documents++;
        tally.Last = document;
        tally.Use = useCount;
        uses[useCount++] = new Use(term, 1);
    }

    private void Reserve(int tokens)
    {
        int most = checked(tokens * _options.LongestGram);
        _tallies.Reserve(_terms + most);
        _parts.Reserve(_terms + most);
        _uses.Reserve(_useCount + most);
        _tokens.Reserve(tokens);
        _starts.Reserve(tokens);
    }

    /// <summary>How often a term occurs, in how many documents, the last of them (counted from 1), and where its use there is.</summary>
    internal record struct Tally(int Occurrences, int Documents, int Last, int Use);

    /// <summary>A term of a document, and how often it occurs there.</summary>
    internal record struct Use(int Term, int Times);

    /// <summary>A term as the term without its last token, and that token.</summary>
    internal readonly record struct Parts(int Start, int Token)
    {
        public const int None = -1;
    }
}
