using Coppice.Server.Customers;
using Coppice.Server.Features;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Tests.Features;

public sealed class NoteInputsTests
{
    private const long Day = 86_400_000_000;

    private static readonly Lexicon Words = new(
    [
        new Concept("gift", "gift", ["cadeau", "Geschenk"]),
        new Concept("golf", "golf", []),
        new Concept("rare", "rare", []),
    ]);

    [Fact]
    public void Only_notes_from_before_that_were_known_by_then_count()
    {
        var notes = new Dictionary<long, List<StoredNote>>
        {
            [1] =
            [
                new StoredNote(1, 1 * Day, 1 * Day, "FR", "Cherche un CADEAU, cadeau d'anniversaire."),
                new StoredNote(1, 2 * Day, 9 * Day, "EN", "Likes golf."),
                new StoredNote(1, 5 * Day, 5 * Day, "DE", "Ein Geschenk."),
            ],
        };
        var keys = new[] { new ExampleKey(1, 1 * Day), new ExampleKey(1, 4 * Day), new ExampleKey(1, 10 * Day), new ExampleKey(2, 10 * Day) };
        var table = new InputTable(keys.Length);

        NoteInputs.Fill(table, new NotePlan(Words.Concepts), notes, keys);

        Assert.Equal([float.NaN, 1, 3, float.NaN], table["notes.count"].Numbers);
        Assert.Equal([float.NaN, 2, 3, float.NaN], table["notes.\"gift\""].Numbers);
        Assert.Equal([float.NaN, float.NaN, 1, float.NaN], table["notes.\"golf\""].Numbers);
        Assert.Equal([float.NaN, 3, 5, float.NaN], table["notes.days_since_last"].Numbers);
        Assert.Equal([null, "FR", "DE", null], Enumerable.Range(0, keys.Length).Select(table["notes.language"].WordAt));
    }

    [Fact]
    public void A_plan_holds_the_concepts_that_enough_customers_speak_of()
    {
        var notes = Enumerable.Range(0, 6).Select(i => new StoredNoteText(i, i == 0 ? "rare golf rare rare rare rare" : "golf, et un cadeau"));

        var plan = NotePlan.For(Words, notes);

        Assert.Equal(["gift", "golf"], plan.Concepts.Select(c => c.Id));
        Assert.True(plan.IsSame(NotePlan.For(Words, notes)));
        Assert.False(plan.IsSame(NotePlan.Nothing));
    }

    [Fact]
    public void A_pipeline_keeps_the_words_its_concepts_are_found_by()
    {
        var table = new InputTable(2);
        table["notes.\"gift\""].SetNumber(0, 1);
        var pipeline = FeaturePipeline.Fit(table, new InputPlan(BehaviourPlan.Nothing, new NotePlan(Words.Concepts)), new FeatureOptions());

        var loaded = FeaturePipeline.Load(pipeline.Save());

        Assert.True(loaded.Inputs.IsSame(pipeline.Inputs));
        Assert.Equal("cadeau", loaded.Inputs.Notes.Concepts[0].Aliases[0]);
    }
}
