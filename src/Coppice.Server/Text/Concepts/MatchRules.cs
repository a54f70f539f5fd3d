namespace Coppice.Server.Text.Concepts;

/// <summary>When two words are the same, and where a word ends.</summary>
public sealed record MatchRules
{
    /// <summary>Differences between letters that are overlooked.</summary>
    public Folding Folding { get; init; } = Folding.CaseAndAccents;

    public WordEnds WordEnds { get; init; } = WordEnds.ByScript;
}

/// <summary>Differences between letters that are overlooked.</summary>
public enum Folding
{
    /// <summary>CAFÉ, café and cafe are one word; so are full-width letters and theirs.</summary>
    CaseAndAccents,

    /// <summary>CAFÉ and café are one word, cafe is another.</summary>
    Case,
}

/// <summary>Where a word ends.</summary>
public enum WordEnds
{
    /// <summary>At blanks and punctuation, and anywhere beside a character of a script that leaves no blanks: Han, Kana, Hangul, Thai and their like.</summary>
    ByScript,

    /// <summary>At blanks and punctuation only, whatever the script.</summary>
    AtBlanks,
}
