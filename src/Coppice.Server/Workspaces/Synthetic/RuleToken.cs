namespace Coppice.Server.Workspaces.Synthetic;

/// <summary>A piece of a condition; <paramref name="Column"/> counts from 1.</summary>
internal readonly record struct RuleToken(RuleTokenKind Kind, string Text, int Column)
{
    public bool IsWord(string word) => Kind is RuleTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}

internal enum RuleTokenKind
{
    Word,
    Number,
    Text,
    Operator,
    Open,
    Close,
    End,
    Unknown,
}
