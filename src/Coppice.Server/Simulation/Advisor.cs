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

    public static ShopNote Write(ShopCustomer customer, DateTimeOffset time, string category, NoteOccasion occasion)
    {
        SplitMix64 random = customer.Random;
        NotePhrases phrases = NotePhrases.ByLanguage[customer.Language];
        CustomerState seen = random.Chance(SeesIntent) ? customer.State : (CustomerState)random.NextBelow(StatesToSee);
        string[] intents = occasion == NoteOccasion.Bought ? phrases.Bought : phrases.Intent(seen);
        string text = Fill(random.Pick(intents), phrases.Categories[Products.IndexOf(category)]);

        string[] hints = phrases.Hints(customer.Traits.Kind);
        if (hints.Length > 0 && random.Chance(NoticesKind))
            text += phrases.Gap + random.Pick(hints);
        if (random.Chance(AsksBudget))
            text += phrases.Gap + Fill(random.Pick(phrases.Budgets), Amount(phrases, customer.Basket * random.Factor(BudgetSpread)));

        return new ShopNote(customer.NextNoteId(), customer.Key, time, phrases.Language, text);
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
