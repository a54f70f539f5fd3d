using System.Text;

namespace Coppice.Server.Text.Terms;

/// <summary>Which of the counted terms become the vocabulary: scikit-learn's <c>_limit_features</c>.</summary>
internal static class TermSelection
{
    /// <summary>The terms kept, in the order of their code points.</summary>
    public static int[] Select(TermCounts counts, TermOptions options)
    {
        double least = options.LeastDocuments.Of(counts.Documents);
        double most = options.MostDocuments.Of(counts.Documents);
        var within = new PooledArray<int>(counts.Terms.Length);
        int count = 0;
        for (int term = 0; term < counts.Terms.Length; term++)
        {
            int documents = counts.Terms[term].Documents;
            if (documents > 0 && documents >= least && documents <= most)
                within.Items[count++] = term;
        }

        int[] sorted = TermOrder.Sort(counts, within.Items.AsSpan(0, count), options.LongestGram);
        within.Return();
        return options.MostTerms is { } limit && limit < sorted.Length ? MostFrequent(counts, sorted, limit) : sorted;
    }

    /// <summary>A term as people read it: its tokens with a space between them.</summary>
    public static string[] Spell(TermCounts counts, ReadOnlySpan<int> terms)
    {
        bool[] used = new bool[counts.Terms.Length];
        foreach (int term in terms)
        {
            for (var parts = counts.PartsOf(term); ; parts = counts.PartsOf(parts.Start))
            {
                used[parts.Token] = true;
                if (parts.Start == TermCounts.Parts.None)
                    break;
            }
        }

        var words = new string[counts.Terms.Length];
        foreach (var token in counts.Tokens.All)
        {
            if (used[token.Number])
                words[token.Number] = Encoding.UTF8.GetString(counts.Tokens.Bytes(token));
        }

        string[] spelled = new string[terms.Length];
        for (int i = 0; i < spelled.Length; i++)
            spelled[i] = Spell(counts, words, terms[i]);
        return spelled;
    }

    private static string Spell(TermCounts counts, string[] words, int term)
    {
        var parts = counts.PartsOf(term);
        return parts.Start == TermCounts.Parts.None ? words[term] : $"{Spell(counts, words, parts.Start)} {words[parts.Token]}";
    }

    private static int[] MostFrequent(TermCounts counts, int[] sorted, int limit)
    {
        int[] keys = new int[sorted.Length];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = -counts.Terms[sorted[i]].Occurrences;
        int[] kept = NumpyOrder.Argsort(keys)[..limit];
        Array.Sort(kept);
        return [.. kept.Select(place => sorted[place])];
    }
}
