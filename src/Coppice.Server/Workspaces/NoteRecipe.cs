namespace Coppice.Server.Workspaces;

/// <summary>Which inputs of a model come from customers' notes, besides how many there are, the last one's age, the language and the amount.</summary>
public sealed record NoteRecipe
{
    /// <summary>Concepts with an input of their own, those of most customers. Default 500.</summary>
    public int MostConcepts { get; init; } = 500;

    /// <summary>Customers whose notes must name a concept, a bucket or a pair: what fewer speak of says nothing about anybody else. Default 5.</summary>
    public int FewestCustomers { get; init; } = 5;

    /// <summary>Whether mentions are counted by bucket of the lexicon, those of rare concepts too. Default true.</summary>
    public bool Buckets { get; init; } = true;

    /// <summary>Whether mentions are counted in all, how varied they are, and how long the notes are. Default false: noise where concepts decide.</summary>
    public bool Counts { get; init; }

    /// <summary>Pairs of concepts with an input of their own, those that most customers' notes name together. Default 0.</summary>
    public int MostPairs { get; init; }
}
