namespace Coppice.Server.Text.Terms;

/// <summary>Counts every term of a corpus while it is read once, and keeps which terms each document is made of.</summary>
internal sealed class TermCounts
{
    private const int FirstTerms = 4096;

    private readonly TermOptions _options;
    private readonly TokenCase _case;
    private readonly TokenScanner _scanner = new();
    private readonly PairTable _pairs = new(FirstTerms);
    private readonly List<int> _ends = [];
    private Tally[] _tallies = new Tally[FirstTerms];
    private Parts[] _parts = new Parts[FirstTerms];
    private int[] _occurrences = new int[FirstTerms];
    private int _occurrenceCount;
    private int[] _tokens = [];
    private int[] _starts = [];
    private int _terms;

    public TermCounts(TermOptions options)
    {
        TermOptions.Validate(options);
        _options = options;
        _case = options.Lowercase ? TokenCase.Lower : TokenCase.AsIs;
    }

    public TokenTable Tokens { get; } = new(FirstTerms / 2);

    public int Documents => _ends.Count;

    /// <summary>Terms seen, parts of longer terms included.</summary>
    public int Terms => _terms;

    public Tally this[int term] => _tallies[term];

    /// <summary>The terms of a document in the order met, each as often as it occurs.</summary>
    public ReadOnlySpan<int> Occurrences(int document)
    {
        int start = document == 0 ? 0 : _ends[document - 1];
        return _occurrences.AsSpan(start, _ends[document] - start);
    }

    public Parts PartsOf(int term) => _parts[term];

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

    private void Add()
    {
        var edges = _scanner.Edges;
        int count = edges.Length / 2;
        Reserve(count);
        var tokens = _tokens.AsSpan(0, count);
        for (int i = 0; i < count; i++)
        {
            int before = _terms;
            int start = edges[2 * i];
            tokens[i] = Tokens.FindOrAdd(_scanner.Text, start, edges[(2 * i) + 1] - start, ref _terms);
            if (_terms > before)
                _parts[tokens[i]] = new Parts(Parts.None, tokens[i]);
        }

        // A term begins where its first token stands; each round makes it longer by the token that follows.
        var starts = _starts.AsSpan(0, count);
        tokens.CopyTo(starts);
        for (int grams = 1; grams <= Math.Min(_options.LongestGram, count); grams++)
        {
            if (grams > 1)
                Lengthen(starts, tokens, grams);
            if (grams >= _options.ShortestGram)
                Count(starts[..(count - grams + 1)]);
        }

        _ends.Add(_occurrenceCount);
    }

    private void Lengthen(Span<int> starts, ReadOnlySpan<int> tokens, int grams)
    {
        for (int i = 0; i + grams <= tokens.Length; i++)
        {
            int before = _terms;
            int term = _pairs.FindOrAdd(starts[i], tokens[i + grams - 1], ref _terms);
            if (_terms > before)
                _parts[term] = new Parts(starts[i], tokens[i + grams - 1]);
            starts[i] = term;
        }
    }

    private void Count(ReadOnlySpan<int> terms)
    {
        int document = _ends.Count + 1;
        foreach (int term in terms)
        {
            ref var tally = ref _tallies[term];
            tally.Occurrences++;
            if (tally.Last != document)
            {
                tally.Documents++;
                tally.Last = document;
            }
        }

        terms.CopyTo(_occurrences.AsSpan(_occurrenceCount));
        _occurrenceCount += terms.Length;
    }

    private void Reserve(int tokens)
    {
        int most = checked(tokens * _options.LongestGram);
        if (_terms + most > _tallies.Length)
        {
            int length = Math.Max(_terms + most, 2 * _tallies.Length);
            Array.Resize(ref _tallies, length);
            Array.Resize(ref _parts, length);
        }

        if (_occurrenceCount + most > _occurrences.Length)
            Array.Resize(ref _occurrences, Math.Max(_occurrenceCount + most, 2 * _occurrences.Length));
        if (_tokens.Length < tokens)
        {
            _tokens = new int[2 * tokens];
            _starts = new int[2 * tokens];
        }
    }

    /// <summary>How often a term occurs, in how many documents, and the last of them (counted from 1).</summary>
    internal record struct Tally(int Occurrences, int Documents, int Last);

    /// <summary>A term as the term without its last token, and that token.</summary>
    internal readonly record struct Parts(int Start, int Token)
    {
        public const int None = -1;
    }
}
