using System.Buffers.Binary;

namespace Coppice.Server.Text.Terms;

/// <summary>
/// Terms in the order of their code points, which is that of their UTF-8 bytes. The space between tokens is less than any byte of a token, so terms
/// compare as lists of tokens: only the distinct tokens are sorted, the terms then token by token, by counting.
/// </summary>
internal static class TermOrder
{
    public static int[] Sort(TermCounts counts, ReadOnlySpan<int> terms, int longest)
    {
        // Row by row the tokens of each term, then none.
        int[] tokens = new int[terms.Length * longest];
        Array.Fill(tokens, TokenTable.Missing);
        bool[] used = new bool[counts.Terms.Length];
        for (int i = 0; i < terms.Length; i++)
            Write(counts, terms[i], tokens.AsSpan(i * longest, longest), used);

        int[] ranks = Rank(counts, used, out int rankCount);
        int[] order = new int[terms.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        int[] keys = new int[terms.Length];
        for (int column = longest - 1; column >= 0; column--)
        {
            for (int i = 0; i < keys.Length; i++)
                keys[i] = tokens[(i * longest) + column] is >= 0 and var token ? ranks[token] : 0;
            order = SortBy(order, keys, rankCount);
        }

        for (int i = 0; i < order.Length; i++)
            order[i] = terms[order[i]];
        return order;
    }

    private static int Write(TermCounts counts, int term, Span<int> row, bool[] used)
    {
        var parts = counts.PartsOf(term);
        int place = parts.Start == TermCounts.Parts.None ? 0 : Write(counts, parts.Start, row, used);
        row[place] = parts.Token;
        used[parts.Token] = true;
        return place + 1;
    }

    /// <summary>The places of the used tokens in their order, from 1; 0 stands for no token.</summary>
    private static int[] Rank(TermCounts counts, bool[] used, out int rankCount)
    {
        var table = counts.Tokens;
        var tokens = new TokenTable.Token[table.All.Length];
        ulong[] starts = new ulong[tokens.Length];
        int[] order = new int[tokens.Length];
        int count = 0;
        foreach (var token in table.All)
        {
            if (!used[token.Number])
                continue;
            tokens[count] = token;
            starts[count] = BinaryPrimitives.ReverseEndianness(token.First);
            order[count] = count++;
        }

        Array.Sort(starts, order, 0, count);
        for (int from = 0, to = 1; from < count; from = to++)
        {
            while (to < count && starts[to] == starts[from])
                to++;
            if (to - from > 1)
                order.AsSpan(from, to - from).Sort((a, b) => table.Bytes(tokens[a]).SequenceCompareTo(table.Bytes(tokens[b])));
        }

        int[] ranks = new int[used.Length];
        for (int i = 0; i < count; i++)
            ranks[tokens[order[i]].Number] = i + 1;
        rankCount = count + 1;
        return ranks;
    }

    /// <summary>A stable sort of places by their keys, which are below <paramref name="keyCount"/>.</summary>
    private static int[] SortBy(int[] places, int[] keys, int keyCount)
    {
        int[] ends = new int[keyCount];
        foreach (int key in keys)
            ends[key]++;
        for (int k = 1; k < keyCount; k++)
            ends[k] += ends[k - 1];
        int[] sorted = new int[places.Length];
        for (int i = places.Length - 1; i >= 0; i--)
            sorted[--ends[keys[places[i]]]] = places[i];
        return sorted;
    }
}
