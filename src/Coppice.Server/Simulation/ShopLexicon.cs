using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Simulation;

/// <summary>The lexicon that somebody who has read many notes of the shop would write: what customers intend, who they are, what they look at, what it may cost.</summary>
public static class ShopLexicon
{
    private const string Intent = "intent";
    private const string Kind = "kind";
    private const string Budget = "budget";
    private const string Category = "category";

    public static Lexicon Build() => new(
    [
        Of("looking", "just looking", Intent, p => p.Idle),
        Of("considering", "thinking it over", Intent, p => p.Interested),
        Of("decided", "ready to buy", Intent, p => p.Keen),
        Of("bought", "has bought", Intent, p => p.Bought),
        Of("loyal", "comes regularly", Kind, p => p.Regulars),
        Of("bargain", "looks for bargains", Kind, p => p.Bargains),
        Of("gift", "buys gifts", Kind, p => p.Gifts),
        Of("luxury", "wants the exceptional", Kind, p => p.Luxury),
        Of("novelty", "follows what is new", Kind, p => p.Novelty),
        Of("budget", "names a budget", Budget, p => p.Budgets),
        .. Products.Categories.Select((category, i) => Of(category, category, Category, NotePhrases.ByLanguage.Values.Select(p => p.Categories[i]))),
    ]);

    private static Concept Of(string id, string label, string bucket, Func<NotePhrases, MarkedPhrase[]> sentences) =>
        Of(id, label, bucket, NotePhrases.ByLanguage.Values.SelectMany(sentences).Select(phrase => phrase.Alias));

    private static Concept Of(string id, string label, string bucket, IEnumerable<string> aliases) =>
        new(id, label, [.. aliases.Select(a => a.ToLowerInvariant()).Distinct().Where(a => a != label)], bucket);
}
