namespace Coppice.Server.Text.Concepts;

/// <summary>How large a lexicon may be. The largest takes some hundred megabytes.</summary>
internal static class LexiconLimits
{
    public const int Concepts = 100_000;
    public const int Phrases = 1_000_000;

    /// <summary>Characters of a label or an alias.</summary>
    public const int PhraseLength = 200;

    /// <summary>Characters of an id or a bucket.</summary>
    public const int WordLength = 200;

    /// <summary>Characters of one row.</summary>
    public const int RowLength = 1 << 20;
}
