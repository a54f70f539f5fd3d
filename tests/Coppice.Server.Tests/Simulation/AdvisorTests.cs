using Coppice.Server.Simulation;

namespace Coppice.Server.Tests.Simulation;

public sealed class AdvisorTests
{
    private static PlayedShop Played => PlayedShop.Default;

    public static TheoryData<string> Languages => [.. NotePhrases.ByLanguage.Keys];

    [Fact]
    public void Notes_come_in_seven_languages_led_by_french()
    {
        int all = Played.Notes.Count();
        Dictionary<string, double> shares = Played.Notes.CountBy(note => note.Language).ToDictionary(pair => pair.Key, pair => (double)pair.Value / all);

        Assert.Equal(["de", "en", "es", "fr", "it", "ja", "zh"], shares.Keys.Order());
        Assert.InRange(shares["fr"], 0.30, 0.45);
        Assert.All(shares.Values, share => Assert.True(share > 0.03));
    }

    [Fact]
    public void A_customer_is_written_about_in_one_language() =>
        Assert.All(Played.Notes.GroupBy(note => note.Customer), notes => Assert.Single(notes.Select(note => note.Language).Distinct()));

    [Fact]
    public void Some_notes_are_typed_up_on_a_later_day()
    {
        double[] hours = [.. Played.Notes.Select(note => (note.KnownTime - note.Time).TotalHours)];

        Assert.All(hours, delay => Assert.True(delay is 0 or (>= 10 and < 58), $"{delay} hours"));
        Assert.InRange(hours.Average(delay => delay > 0 ? 1.0 : 0), 0.17, 0.23);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Notes_of_every_language_tell_who_is_keen(string language)
    {
        NotePhrases phrases = NotePhrases.ByLanguage[language];
        double keen = BuyersAfter(phrases.Keen);
        double idle = BuyersAfter(phrases.Idle);

        Assert.True(keen > idle + 0.15, $"{keen:P0} buy within ten days of a keen note, {idle:P0} of an idle one.");

        double BuyersAfter(MarkedPhrase[] sentences)
        {
            // The longest piece without the placeholder is enough to know a sentence by.
            string[] marks = [.. sentences.Select(sentence => sentence.Text.Split("{0}").MaxBy(piece => piece.Length)!)];
            return Played.Notes
                .Where(note => note.Language == language && marks.Any(mark => note.Text.Contains(mark, StringComparison.Ordinal)))
                .Average(note => Played.Bought(note.Customer, (int)Math.Floor(PlayedShop.DayOf(note.Time)) + 1, 10) ? 1.0 : 0);
        }
    }

    [Fact]
    public void Budgets_tell_who_spends_much()
    {
        ShopNote[] notes = [.. Played.Notes.Where(note => note.Language == "de" && note.Text.Contains('€', StringComparison.Ordinal))];
        double[] budgets = [.. notes.Select(Budget)];
        double[] spends = [.. notes.Select(note => Played.Spent(note.Customer, -180, 650))];

        double median = budgets.Order().ElementAt(budgets.Length / 2);
        double high = spends.Where((_, i) => budgets[i] > median).Average();
        double low = spends.Where((_, i) => budgets[i] <= median).Average();
        Assert.True(high > 2 * low, $"{high:0} above the median budget, {low:0} below.");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Phrases_are_complete(string language)
    {
        NotePhrases phrases = NotePhrases.ByLanguage[language];
        MarkedPhrase[][] aboutCategories = [phrases.Idle, phrases.Interested, phrases.Keen, phrases.Bought];

        Assert.Equal(Products.Categories.Count, phrases.Categories.Length);
        Assert.All(
            aboutCategories.SelectMany(sentences => sentences).Concat(phrases.Budgets).Select(phrase => phrase.Text).Append(phrases.Amount),
            text => Assert.Contains("{0}", text, StringComparison.Ordinal));
        Assert.DoesNotContain(Played.Notes.Where(note => note.Language == language), note => note.Text.Contains('{', StringComparison.Ordinal));
    }

    private static double Budget(ShopNote note) =>
        double.Parse(string.Concat(note.Text[..note.Text.IndexOf('€', StringComparison.Ordinal)].Where(char.IsDigit)));
}
