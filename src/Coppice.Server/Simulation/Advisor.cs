using System.Globalization;
using Coppice.Server.Statistics;

namespace Coppice.Server.Simulation;

/// <summary>Writes notes: an intent that is mostly the true one, often a budget near the true basket, sometimes a hint of the kind.</summary>
internal static class Advisor
{
    private const double SeesIntent = 0.85;
    private const double AsksBudget = 0.60;
    private const double NoticesKind = 0.55;
    private const double BudgetSpread = 0.25;
    private const int StatesToSee = 3;

    private const double TypedLater = 0.20;
    private static readonly TimeSpan LaterFrom = TimeSpan.FromHours(10);
    private static readonly TimeSpan LaterWithin = TimeSpan.FromHours(48);

    public static ShopNote Write(ShopCustomer customer, DateTimeOffset time, string category, NoteOccasion occasion)
    {
        SplitMix64 random = customer.Random;
        NotePhrases phrases = NotePhrases.ByLanguage[customer.Language];
        CustomerState seen = random.Chance(SeesIntent) ? customer.State : (CustomerState)random.NextBelow(StatesToSee);
        MarkedPhrase[] intents = occasion == NoteOccasion.Bought ? phrases.Bought : phrases.Intent(seen);
        string text = Fill(random.Pick(intents).Text, phrases.Categories[Products.IndexOf(category)]);

        MarkedPhrase[] hints = phrases.Hints(customer.Traits.Kind);
        if (hints.Length > 0 && random.Chance(NoticesKind))
            text += phrases.Gap + random.Pick(hints).Text;
        if (random.Chance(AsksBudget))
            text += phrases.Gap + Fill(random.Pick(phrases.Budgets).Text, Amount(phrases, customer.Basket * random.Factor(BudgetSpread)));

        string id = customer.NextNoteId();
        return new ShopNote(id, customer.Key, time, KnownTime(id, time), phrases.Language, text);
    }

    /// <summary>Most notes are typed at once, some on one of the next days. Told from the id, so that the customer's own draws stay what they are.</summary>
    private static DateTimeOffset KnownTime(string id, DateTimeOffset time)
    {
        double place = (double)HashBucket.Of("typed-later", id) / HashBucket.Count;
        return place < TypedLater ? time + LaterFrom + TimeSpan.FromSeconds(Math.Floor(place / TypedLater * LaterWithin.TotalSeconds)) : time;
    }

    /// <summary>People name round sums: one digit, or two that end in a half.</summary>
    private static string Amount(NotePhrases phrases, double euros)
    {
        double local = Math.Max(10, euros * phrases.EuroRate);
        double half = Math.Pow(10, Math.Floor(Math.Log10(local))) / 2;
        return Fill(phrases.Amount, ((long)(Math.Round(local / half) * half)).ToString(CultureInfo.InvariantCulture));
    }

    private static string Fill(string phrase, string word) => phrase.Replace("{0}", word, StringComparison.Ordinal);
}
