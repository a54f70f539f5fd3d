using System.Text.Json.Serialization;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Features;

/// <summary>What of notes is input, with every word it is found by: a later edit of the lexicon changes no version that is there.</summary>
public sealed class NotePlan
{
    private Lexicon? _lexicon;
    private NoteNames? _names;

    public static NotePlan Nothing { get; } = new() { Concepts = [] };

    /// <summary>The concepts looked for, in the lexicon's order.</summary>
    public required IReadOnlyList<Concept> Concepts { get; init; }

    /// <summary>Places of the concepts that are inputs of their own, ascending; null where all are.</summary>
    public IReadOnlyList<int>? Own { get; init; }

    /// <summary>Buckets whose mentions are counted.</summary>
    public IReadOnlyList<string> Buckets { get; init; } = [];

    /// <summary>Whether mentions are counted in all, how varied they are, and how long the notes are.</summary>
    public bool Counts { get; init; }

    /// <summary>Pairs of concepts that are inputs, the most frequent first.</summary>
    public IReadOnlyList<ConceptPair> Pairs { get; init; } = [];

    [JsonIgnore]
    internal Lexicon Lexicon
    {
        get => _lexicon ??= new Lexicon(Concepts);
        init => _lexicon = value;
    }

    [JsonIgnore]
    internal NoteNames Names => _names ??= new NoteNames(this);

    public bool IsSame(NotePlan other) => ReferenceEquals(this, other)
        || (Lexicon.Fingerprint == other.Lexicon.Fingerprint && Counts == other.Counts && Buckets.SequenceEqual(other.Buckets) && Pairs.SequenceEqual(other.Pairs)
            && (Own is null ? other.Own is null : other.Own is not null && Own.SequenceEqual(other.Own)));
}

/// <summary>Two concepts that notes name together, by their places in the lexicon, the smaller first.</summary>
public readonly record struct ConceptPair(int First, int Second);
