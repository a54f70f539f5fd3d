namespace Coppice.Server.Text.Terms;

/// <summary>
/// What counts as a term and how it weighs. Defaults are those of scikit-learn's TfidfVectorizer, whose definition this follows;
/// a token is always <c>(?u)\b\w\w+\b</c>: two or more letters, digits and underscores of any script.
/// </summary>
public sealed record TermOptions
{
    /// <summary>Tokens in the shortest term (first of ngram_range). Default 1.</summary>
    public int ShortestGram { get; init; } = 1;

    /// <summary>Tokens in the longest term (second of ngram_range). Default 1; every further one multiplies the memory of a fit.</summary>
    public int LongestGram { get; init; } = 1;

    /// <summary>Documents a term must be in (min_df). Default 1.</summary>
    public DocumentBound LeastDocuments { get; init; } = DocumentBound.Count(1);

    /// <summary>Documents a term may be in (max_df). Default: all of them.</summary>
    public DocumentBound MostDocuments { get; init; } = DocumentBound.ShareOf(1);

    /// <summary>Terms kept, those with the most occurrences (max_features). Default: all.</summary>
    public int? MostTerms { get; init; }

    /// <summary>Whether n occurrences weigh 1 + ln n instead of n (sublinear_tf). Default false.</summary>
    public bool Sublinear { get; init; }

    /// <summary>Whether idf counts one more document that holds every term (smooth_idf). Default true.</summary>
    public bool SmoothIdf { get; init; } = true;

    /// <summary>Whether a row is divided by its Euclidean length (norm="l2"). Default true.</summary>
    public bool UnitLength { get; init; } = true;

    /// <summary>Whether text is lower-cased first, as Python does it. Default true.</summary>
    public bool Lowercase { get; init; } = true;

    internal static void Validate(TermOptions options)
    {
        if (options.ShortestGram < 1 || options.LongestGram < options.ShortestGram)
        {
            throw new ArgumentException(
                $"{nameof(ShortestGram)} and {nameof(LongestGram)} were expected to be 1 or more and in order; found {options.ShortestGram} and {options.LongestGram}.",
                nameof(options));
        }

        if (options.MostTerms < 1)
            throw new ArgumentException($"{nameof(MostTerms)} was expected to be 1 or more; found {options.MostTerms}.", nameof(options));
        if (!options.LeastDocuments.IsSet || !options.MostDocuments.IsSet)
            throw new ArgumentException($"{nameof(LeastDocuments)} and {nameof(MostDocuments)} were each expected to hold a count or a share.", nameof(options));
    }
}
