using Coppice.Server.Customers;
using Coppice.Server.Customers.Notes;
using Coppice.Server.Features;
using Coppice.Server.Tests.Support;
using Coppice.Server.Text.Concepts;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Features;

public sealed class NoteInputsTests : IDisposable
{
    private const string Words = """
        id,label,aliases,bucket
        gift,gift,cadeau|Geschenk,intent
        golf,golf,,lifestyle
        sail,sailing,voile,lifestyle
        odd,oddity,,lifestyle

        """;

    private readonly Workspace _workspace = new(new WorkspaceDefinition { Name = "test", Models = [] }, DatabaseKind.Sqlite);

    public NoteInputsTests() => WriteLexicon(Words);

    [Fact]
    public void Only_notes_from_before_that_were_known_by_then_count()
    {
        Record(
            new CustomerNote("a", Workspace.At(1), Workspace.At(1), "FR", "Cherche un CADEAU, cadeau d'anniversaire. Budget 3-4K."),
            new CustomerNote("a", Workspace.At(2), Workspace.At(9), "EN", "Likes golf, up to 900 €."),
            new CustomerNote("a", Workspace.At(5), Workspace.At(5), "DE", "Ein Geschenk."),
            new CustomerNote("b", Workspace.At(20), Workspace.At(20), "EN", "golf"));
        long a = _workspace.Customer("a");
        long b = _workspace.Customer("b");

        var table = Read(Plan(FewOfEach), new(a, Workspace.At(1)), new(a, Workspace.At(4)), new(a, Workspace.At(10)), new(b, Workspace.At(10)));

        Assert.Equal([float.NaN, 1, 3, float.NaN], table["notes.count"].Numbers);
        Assert.Equal([float.NaN, 2, 3, float.NaN], table["notes.\"gift\""].Numbers);
        Assert.Equal([float.NaN, float.NaN, 1, float.NaN], table["notes.\"golf\""].Numbers);
        Assert.Equal([float.NaN, 3, 5, float.NaN], table["notes.days_since_last"].Numbers);
        Assert.Equal([float.NaN, 4_000, 900, float.NaN], table["notes.amount"].Numbers);
        Assert.Equal([float.NaN, 1, 2, float.NaN], table["notes.concepts"].Numbers);
        Assert.Equal([float.NaN, 2, 3, float.NaN], table["notes.bucket.intent"].Numbers);
        Assert.Equal([float.NaN, 0, 1, float.NaN], table["notes.bucket.lifestyle"].Numbers);
        Assert.Equal([null, "FR", "DE", null], Enumerable.Range(0, 4).Select(table["notes.language"].WordAt));
    }

    [Fact]
    public void A_plan_holds_what_enough_customers_speak_of()
    {
        Record([.. Enumerable.Range(0, 6).Select(i => Note($"c{i}", i == 0 ? "oddity golf oddity oddity oddity oddity" : "golf, et un cadeau"))]);

        var plan = Plan(new NoteRecipe { MostPairs = 10 });

        Assert.Equal(["gift", "golf"], plan.Notes.Own!.Select(c => plan.Notes.Concepts[c].Id));
        Assert.Equal(["intent", "lifestyle"], plan.Notes.Buckets);
        Assert.Equal([new ConceptPair(0, 1)], plan.Notes.Pairs);
        Assert.Equal(["golf"], Plan(new NoteRecipe { MostConcepts = 1 }).Notes.Own!.Select(c => plan.Notes.Concepts[c].Id));
        Assert.Empty(Plan(new NoteRecipe { Buckets = false }).Notes.Buckets);
    }

    [Fact]
    public void A_rare_concept_counts_in_its_bucket_only()
    {
        Record([.. Enumerable.Range(0, 6).Select(i => Note($"c{i}", i == 0 ? "oddity, oddity, golf" : "golf"))]);
        var plan = Plan(new NoteRecipe());

        var table = Read(plan, Key("c0"), Key("c1"));

        Assert.Null(table.Find("notes.\"oddity\""));
        Assert.Equal([3, 1], table["notes.bucket.lifestyle"].Numbers);
        Assert.Equal([1, 1], table["notes.\"golf\""].Numbers);
    }

    [Fact]
    public void Pairs_and_counts_say_what_is_named_together_and_how_varied_notes_are()
    {
        Record(Note("a", "golf golf golf, un cadeau"), Note("b", "voile"), Note("c", "nothing at all"));

        var table = Read(Plan(FewOfEach with { Counts = true, MostPairs = 1 }), Key("a"), Key("b"), Key("c"));

        Assert.Equal([1, float.NaN, float.NaN], table["notes.pair.\"gift + golf\""].Numbers);
        Assert.Equal([4, 1, 0], table["notes.mentions"].Numbers);
        Assert.Equal([25, 5, 14], table["notes.length"].Numbers);
        // -(3/4 ln 3/4 + 1/4 ln 1/4)
        Assert.Equal([0.562335f, 0, 0], table["notes.diversity"].Numbers.Select(d => MathF.Round(d, 6)));
        Assert.Equal([3, 1, 0], table["notes.most_named"].Numbers);
        Assert.Equal([1, 1, 0], table["notes.named_once"].Numbers);
        Assert.Equal([1, 0, 0], table["notes.named_often"].Numbers);
    }

    [Fact]
    public void A_version_keeps_its_words_when_the_lexicon_is_edited()
    {
        Record(Note("a", "un cadeau"), Note("b", "ein regalo"));
        var pipeline = FeaturePipeline.Fit(Read(Plan(FewOfEach), Key("a")), Plan(FewOfEach), new FeatureOptions());
        var loaded = FeaturePipeline.Load(pipeline.Save()).Inputs;
        Assert.True(loaded.IsSame(Plan(FewOfEach)));

        WriteLexicon(Words.Replace("Geschenk", "regalo", StringComparison.Ordinal));
        var edited = Plan(FewOfEach);

        Assert.False(loaded.IsSame(edited));
        Assert.Null(Read(loaded, Key("b")).Find("notes.\"gift\""));
        Assert.Equal([1], Read(edited, Key("b"))["notes.\"gift\""].Numbers);
    }

    [Fact]
    public void A_version_of_before_buckets_counts_every_concept_it_knows()
    {
        Record(Note("a", "un cadeau, golf"));
        var plan = System.Text.Json.JsonSerializer.Deserialize<NotePlan>("""{"concepts":[{"id":"gift","label":"gift","aliases":["cadeau"]}]}""", Coppice.Client.CoppiceJson.Options)!;

        var table = Read(InputPlan.Nothing with { Notes = plan }, Key("a"));

        Assert.Equal([1], table["notes.\"gift\""].Numbers);
        Assert.DoesNotContain(table.Columns, c => c.Name.StartsWith("notes.bucket", StringComparison.Ordinal));
    }

    [Fact]
    public void Concepts_with_the_same_label_are_called_by_both_names()
    {
        WriteLexicon("id,label,aliases\nred,colour,rouge\nblue,colour,bleu\n");
        Record(Note("a", "rouge, bleu"));

        var table = Read(Plan(FewOfEach), Key("a"));

        // The later line has the label itself.
        Assert.Equal([1], table["notes.\"colour (red)\""].Numbers);
        Assert.Equal([1], table["notes.\"colour (blue)\""].Numbers);
    }

    [Fact]
    public void Without_a_lexicon_the_phrases_that_notes_share_are_the_concepts()
    {
        File.Delete(LexiconPath);
        Record([.. Enumerable.Range(0, 40).Select(i => Note($"c{i}", i % 8 == 0 ? $"saddle. {i}" : $"came by. {i}"))]);

        var table = Read(Plan(new NoteRecipe()), Key("c8"), Key("c9"));

        Assert.Contains(table.Columns, c => c.Name.Contains("saddle", StringComparison.Ordinal) && c.Numbers[0] == 1 && float.IsNaN(c.Numbers[1]));
    }

    [Fact]
    public void One_customer_gets_the_inputs_that_many_get()
    {
        string[] said = ["golf, 500 €", "un cadeau et de la voile", "oddity", "golf golf"];
        Record([.. Enumerable.Range(0, 260).Select(i => new CustomerNote($"c{i % 230}", Workspace.At(i % 7), Workspace.At(i % 7), "FR", $"{said[i % 4]} {i}"))]);
        var plan = Plan(FewOfEach with { Counts = true, MostPairs = 5 });
        ExampleKey[] keys = [.. Enumerable.Range(0, 230).Select(i => Key($"c{i}"))];

        var together = Read(plan, keys);

        for (int i = 0; i < keys.Length; i += 23)
        {
            var alone = Read(plan, keys[i]);
            Assert.Equal(together.ToJson(i), alone.ToJson(0));
            Assert.Equal(Restarted(plan, keys[i]).ToJson(0), alone.ToJson(0));
        }
    }

    [Fact]
    public void Notes_that_arrive_later_are_among_those_read_before()
    {
        Record(Note("a", "golf"), Note("b", "voile"));
        var plan = Plan(FewOfEach);
        ExampleKey[] many = [Key("a"), Key("b"), .. Enumerable.Range(100, 250).Select(i => new ExampleKey(i, Workspace.At(30)))];
        Assert.Equal(1, Read(plan, many)["notes.count"].Numbers[0]);

        Record(new CustomerNote("a", Workspace.At(0.5), Workspace.At(0.5), "EN", "golf, golf"));

        var table = Read(plan, many);
        Assert.Equal(2, table["notes.count"].Numbers[0]);
        Assert.Equal(3, table["notes.\"golf\""].Numbers[0]);
        Assert.Equal("FR", table["notes.language"].WordAt(0));
    }

    [Fact]
    public void A_note_is_read_once()
    {
        Record(Note("a", "golf"));
        var plan = Plan(FewOfEach);
        Assert.Equal([1], Read(plan, Key("a"))["notes.\"golf\""].Numbers);

        // Nobody does this: it only shows whether the text is looked at again.
        _workspace.Database.Write(session => session.Execute("UPDATE notes SET text = 'golf golf'"));

        Assert.Equal([1], Read(plan, Key("a"))["notes.\"golf\""].Numbers);
        _workspace.Get<NoteReadings>().Clear();
        Assert.Equal([2], Read(plan, Key("a"))["notes.\"golf\""].Numbers);
    }

    [Fact]
    public void The_lexicon_is_read_again_when_its_file_says_something_else()
    {
        var lexicon = _workspace.Get<WorkspaceLexicon>();
        var first = lexicon.Find();

        Assert.Same(first, lexicon.Find());
        WriteLexicon(Words.Replace("odd,", "ode,", StringComparison.Ordinal));
        Assert.Equal("ode", lexicon.Find()!.Concepts[3].Id);
    }

    public void Dispose() => _workspace.Dispose();

    private static NoteRecipe FewOfEach => new() { FewestCustomers = 1 };

    private string LexiconPath => Path.Combine(Path.GetDirectoryName(_workspace.Location)!, Lexicon.FileName);

    private static CustomerNote Note(string customer, string text) => new(customer, Workspace.At(1), Workspace.At(1), "FR", text);

    private void WriteLexicon(string text) => File.WriteAllText(LexiconPath, text);

    private void Record(params CustomerNote[] notes) => _workspace.Database.Write(session => _workspace.Get<NoteStore>().Add(session, notes));

    private ExampleKey Key(string customer) => new(_workspace.Customer(customer), Workspace.At(30));

    private InputPlan Plan(NoteRecipe recipe) =>
        _workspace.Database.Read(session => _workspace.Get<InputReader>().Plan(session, FeatureGroups.Notes, new PlanScope(Workspace.At(30)), recipe));

    private InputTable Read(InputPlan plan, params ExampleKey[] keys) =>
        _workspace.Database.Read(session => _workspace.Get<InputReader>().Read(session, FeatureGroups.Notes, plan, keys));

    /// <summary>The same by a process that has nothing in memory.</summary>
    private InputTable Restarted(InputPlan plan, ExampleKey key)
    {
        _workspace.Restart();
        return Read(plan, key);
    }
}
