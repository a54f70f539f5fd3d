using Coppice.Server.Features;

namespace Coppice.Server.Tests.Features;

public sealed class InputWordsTests
{
    [Theory]
    [InlineData("events.purchase.days_since_last", 3f, "days since last purchase: 3")]
    [InlineData("events.purchase.count_30d", 2f, "purchase events in 30 days: 2")]
    [InlineData("events.mail.opened.value_90d", 1234.56f, "mail.opened value in 90 days: 1235")]
    [InlineData("events.any.days_90d", 4f, "days with events in 90 days: 4")]
    [InlineData("events.visit.overdue", 2.345f, "usual gaps since last visit: 2.35")]
    [InlineData("events.visit.expected_30d", 1.5f, "expected visit events ahead in 30 days: 1.5")]
    [InlineData("events.visit.p_none_30d", 0.25f, "chance of no visit in 30 days: 0.25")]
    [InlineData("events.purchase.p_alive", 0.9f, "chance that purchase events go on: 0.9")]
    [InlineData("events.purchase.expected_spend", 42f, "expected purchase value ahead: 42")]
    [InlineData("events.visit.something_new", 0.0004f, "visit something new: 0.0004")]
    [InlineData("profile.age", 41.5f, "profile age: 41.5")]
    [InlineData("notes.count", 3f, "number of notes: 3")]
    [InlineData("notes.\"anniversary\"", 1f, "notes: \"anniversary\"")]
    [InlineData("notes.\"anniversary\"", 3f, "notes: \"anniversary\" ×3")]
    [InlineData("notes.\"anniversary\"", 0f, "notes: no \"anniversary\"")]
    [InlineData("notes.\"anniversary\"", float.NaN, "notes: no \"anniversary\"")]
    [InlineData("notes.pair.\"golf + gift\"", 1f, "notes: \"golf + gift\"")]
    [InlineData("notes.bucket.life_event", 0f, "mentions of life event in notes: 0")]
    [InlineData("notes.named_once", 7f, "subjects named once in notes: 7")]
    [InlineData("events.purchase.days_since_last", float.NaN, "days since last purchase: none")]
    [InlineData("tenure", float.NaN, "tenure: not known")]
    public void A_number_is_said_in_words(string input, float value, string words) =>
        Assert.Equal(words, InputWords.Phrase(input, InputValue.Of(value)));

    [Theory]
    [InlineData("profile.country", "FR", "profile country = FR")]
    [InlineData("notes.language", "DE", "language of notes = DE")]
    [InlineData("Contract", "Month-to-\nmonth", "Contract = Month-to- month")]
    public void A_word_is_given_as_it_is(string input, string value, string words) =>
        Assert.Equal(words, InputWords.Phrase(input, InputValue.Of(value.AsSpan())));

    [Fact]
    public void What_is_long_is_cut_and_no_character_halved()
    {
        string words = InputWords.Phrase("remark", InputValue.Of((new string('x', 59) + "😀😀").AsSpan()));

        Assert.Equal("remark = " + new string('x', 59) + "…", words);
    }
}
