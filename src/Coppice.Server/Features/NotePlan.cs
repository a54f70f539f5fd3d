using System.Text.Json.Serialization;
using Coppice.Server.Customers;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Features;

/// <summary>The concepts of notes that are inputs, with every word they are found by: a later edit of the lexicon changes no version that is there.</summary>
public sealed class NotePlan
{
    /// <summary>A concept that fewer customers' notes speak of says nothing about anybody else.</summary>
    private const int FewestCustomers = 5;

    private const int MostConcepts = 500;

    private readonly Lazy<ConceptMatcher> _matcher;

    [JsonConstructor]
    public NotePlan(IReadOnlyList<Concept> concepts)
    {
        Concepts = concepts;
        _matcher = new Lazy<ConceptMatcher>(() => ConceptMatcher.Compile(new Lexicon(concepts)));
    }

    public static NotePlan Nothing { get; } = new([]);

    public IReadOnlyList<Concept> Concepts { get; }

    [JsonIgnore]
    internal ConceptMatcher Matcher => _matcher.Value;

    /// <summary>The concepts of a lexicon that enough customers' notes speak of, the most frequent where there are too many, in the lexicon's order.</summary>
    public static NotePlan For(Lexicon lexicon, IEnumerable<StoredNoteText> notes)
    {
        var matcher = ConceptMatcher.Compile(lexicon);
        var reader = new NoteReader(matcher);
        var customers = lexicon.Concepts.ToDictionary(c => c.Id, _ => new HashSet<long>());
        foreach (var note in notes)
        {
            foreach (var concept in reader.Concepts(note.Text))
                customers[concept.Id].Add(note.CustomerId);
        }

        var chosen = customers
            .Where(c => c.Value.Count >= FewestCustomers)
            .OrderByDescending(c => c.Value.Count).ThenBy(c => c.Key, StringComparer.Ordinal)
            .Take(MostConcepts)
            .Select(c => c.Key)
            .ToHashSet();
        return new NotePlan([.. lexicon.Concepts.Where(c => chosen.Contains(c.Id))]);
    }

    public bool IsSame(NotePlan other) => ReferenceEquals(this, other)
        || (Concepts.Count == other.Concepts.Count && Concepts.Zip(other.Concepts).All(pair => pair.First.Id == pair.Second.Id
            && pair.First.Label == pair.Second.Label && pair.First.Aliases.SequenceEqual(pair.Second.Aliases)));
}
