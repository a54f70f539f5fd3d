namespace Coppice.Server.Text.Concepts;

/// <summary>Which words and phrases of a corpus are worth suggesting.</summary>
public sealed record SuggestionOptions
{
    /// <summary>Notes a phrase must be in. Default 5: what fewer speak of teaches a model nothing.</summary>
    public int LeastNotes { get; init; } = 5;

    /// <summary>A word in a larger share of the notes than this begins and ends no phrase: it is grammar. Default 0.15.</summary>
    public double MostShare { get; init; } = 0.15;

    /// <summary>Words of a phrase. Default 3.</summary>
    public int LongestPhrase { get; init; } = 3;

    /// <summary>A phrase is left out when a longer one stands for at least this share of its notes. Default 0.8.</summary>
    public double Explained { get; init; } = 0.8;

    /// <summary>Concepts to suggest, the most frequent first. Default 1,000.</summary>
    public int Most { get; init; } = 1_000;
}
