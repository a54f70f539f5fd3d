using System.Diagnostics.CodeAnalysis;

namespace Coppice.Server.Text.Concepts;

/// <summary>What became of a lexicon's file: the lexicon, or what is wrong with it.</summary>
/// <param name="Lexicon">Null where there are problems.</param>
/// <param name="Problems">Rows that cannot be used, in the order of the file; at most <see cref="Most"/>.</param>
/// <param name="Warnings">Rows that can be used, though perhaps not as they were meant; at most <see cref="Most"/>.</param>
/// <param name="WarningCount">How many warnings there were in all.</param>
public sealed record LexiconReading(Lexicon? Lexicon, IReadOnlyList<LexiconRemark> Problems, IReadOnlyList<LexiconRemark> Warnings, int WarningCount)
{
    public const int Most = 100;

    [MemberNotNullWhen(true, nameof(Lexicon))]
    public bool IsUsable => Lexicon is not null;
}

/// <summary>A sentence about a line of a lexicon's file, counted from 1.</summary>
public readonly record struct LexiconRemark(long Line, string Sentence)
{
    public override string ToString() => $"line {Line}: {Sentence}";
}
