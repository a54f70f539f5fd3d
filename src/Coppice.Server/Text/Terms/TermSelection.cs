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
        var within = new List<int>();
        for (int term = 0; term < counts.Terms; term++)
        {
            int documents = counts[term].Documents;
            if (documents > 0 && documents >= least && documents <= most)
                within.Add(term);
        }

        int[] sorted = TermOrder.Sort(counts, within);
        return options.MostTerms is { } limit && limit < sorted.Length ? MostFrequent(counts, sorted, limit) : sorted;
    }

    /// <summary>A term as people read it: its tokens with a space between them.</summary>
    public static string[] Spell(TermCounts counts, ReadOnlySpan<int> terms)
    {
        var words = new string[counts.Terms];
        foreach (var (token, bytes) in counts.Tokens.All())
            words[token] = Encoding.UTF8.GetString(bytes.Span);
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
            keys[i] = -counts[sorted[i]].Occurrences;
        int[] kept = NumpyOrder.Argsort(keys)[..limit];
        Array.Sort(kept);
        return [.. kept.Select(place => sorted[place])];
    }
}
