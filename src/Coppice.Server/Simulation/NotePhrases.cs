namespace Coppice.Server.Simulation;

/// <summary>
/// What advisors write in one language. In sentences {0} is the category; in <see cref="Budgets"/> it is the amount. What stands in brackets
/// goes into the lexicon.
/// </summary>
internal sealed partial class NotePhrases
{
    public static readonly IReadOnlyDictionary<string, NotePhrases> ByLanguage =
        new[] { French, English, German, Italian, Spanish, Japanese, Chinese }.ToDictionary(phrases => phrases.Language);

    public required string Language { get; init; }

    /// <summary>Between two sentences.</summary>
    public string Gap { get; init; } = " ";

    /// <summary>Local currency for one euro, and how an amount of it is written.</summary>
    public double EuroRate { get; init; } = 1;
    public required string Amount { get; init; }

    /// <summary>Words for <see cref="Products.Categories"/>, in that order.</summary>
    public required string[] Categories { get; init; }

    /// <summary>Sentences about intent, by hidden state, and after a purchase.</summary>
    public required MarkedPhrase[] Idle { get; init; }
    public required MarkedPhrase[] Interested { get; init; }
    public required MarkedPhrase[] Keen { get; init; }
    public required MarkedPhrase[] Bought { get; init; }

    public required MarkedPhrase[] Budgets { get; init; }

    /// <summary>Sentences that give a kind away.</summary>
    public required MarkedPhrase[] Regulars { get; init; }
    public required MarkedPhrase[] Bargains { get; init; }
    public required MarkedPhrase[] Gifts { get; init; }
    public required MarkedPhrase[] Luxury { get; init; }
    public required MarkedPhrase[] Novelty { get; init; }

    public MarkedPhrase[] Intent(CustomerState state) => state switch
    {
        CustomerState.Keen => Keen,
        CustomerState.Interested => Interested,
        _ => Idle,
    };

    /// <summary>Empty for kinds that nobody notices.</summary>
    public MarkedPhrase[] Hints(CustomerKind kind) => kind switch
    {
        CustomerKind.Regular => Regulars,
        CustomerKind.BargainHunter => Bargains,
        CustomerKind.GiftBuyer => Gifts,
        CustomerKind.BigSpender => Luxury,
        CustomerKind.TrendSeeker => Novelty,
        _ => [],
    };
}
