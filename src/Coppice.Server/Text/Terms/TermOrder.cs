namespace Coppice.Server.Text.Terms;

/// <summary>
/// Terms in the order of their code points, which is that of their UTF-8 bytes. The space between tokens is less than any byte of a token, so terms
/// compare as lists of tokens: only the distinct tokens are sorted, the terms then token by token, by counting.
/// </summary>
internal static class TermOrder
{
    public static int[] Sort(TermCounts counts, IReadOnlyList<int> terms)
    {
        int longest = terms.Select(term => Length(counts, term)).DefaultIfEmpty().Max();
        // The tokens of each term, then none: row by row.
        int[] tokens = new int[terms.Count * longest];
        Array.Fill(tokens, -1);
        bool[] used = new bool[counts.Terms];
        for (int i = 0; i < terms.Count; i++)
        {
            int place = (i * longest) + Length(counts, terms[i]) - 1;
            for (int term = terms[i]; term != TermCounts.Parts.None; term = counts.PartsOf(term).Start)
            {
                int token = counts.PartsOf(term).Token;
                tokens[place--] = token;
                used[token] = true;
            }
        }

        int[] ranks = Rank(counts, used, out int rankCount);
        int[] order = [.. Enumerable.Range(0, terms.Count)];
        for (int column = longest - 1; column >= 0; column--)
            order = SortBy(order, place => tokens[(place * longest) + column] is >= 0 and var token ? ranks[token] : 0, rankCount);
        return [.. order.Select(place => terms[place])];
    }

    private static int Length(TermCounts counts, int term)
    {
        int length = 0;
        for (; term != TermCounts.Parts.None; term = counts.PartsOf(term).Start)
            length++;
        return length;
    }

    /// <summary>The places of the used tokens in their order, from 1; 0 stands for no token.</summary>
    private static int[] Rank(TermCounts counts, bool[] used, out int rankCount)
    {
        var tokens = counts.Tokens.All().Where(t => used[t.Number]).ToArray();
        Array.Sort(tokens, static (a, b) => a.Bytes.Span.SequenceCompareTo(b.Bytes.Span));
        int[] ranks = new int[used.Length];
        for (int i = 0; i < tokens.Length; i++)
            ranks[tokens[i].Number] = i + 1;
        rankCount = tokens.Length + 1;
        return ranks;
    }

    /// <summary>A stable sort by keys between 0 and <paramref name="keyCount"/>.</summary>
    private static int[] SortBy(int[] places, Func<int, int> key, int keyCount)
    {
        int[] ends = new int[keyCount];
        foreach (int place in places)
            ends[key(place)]++;
        for (int k = 1; k < keyCount; k++)
            ends[k] += ends[k - 1];
        int[] sorted = new int[places.Length];
        for (int i = places.Length - 1; i >= 0; i--)
            sorted[--ends[key(places[i])]] = places[i];
        return sorted;
    }
}
