using System.Text.Json;
using Coppice.Server.Customers;
using Coppice.Server.Customers.Notes;
using Coppice.Server.Features;
using Coppice.Server.Simulation;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Simulation;

/// <summary>The workspace that a replay plays in knows on every day what the original knew.</summary>
public sealed class RecordedHistoryTests : IDisposable
{
    private const FeatureGroups Groups = FeatureGroups.Behaviour | FeatureGroups.Profile | FeatureGroups.Notes;

    private readonly string _folder = Directory.CreateTempSubdirectory("coppice-test-").FullName;
    private readonly Workspace _original = new(SomeModel.Purchase with { Features = Groups });

    public void Dispose()
    {
        _original.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task On_every_day_the_same_inputs_are_read_by_the_same_lexicon()
    {
        await using (var lexicon = new StreamWriter(Path.Combine(_folder, "lexicon.csv")))
            ShopLexicon.Build().Write(lexicon);
        var shop = new Shop(new ShopOptions { Customers = 400, NewCustomersPerDay = 1, HistoryDays = 120, Days = 1 });
        new ShopFeed(_original.Database, _original.Get<EventStore>(), _original.Get<ProfileStore>(), _original.Get<NoteStore>(), _original.Get<CustomerStore>())
            .Record(shop.PlayHistory());
        await using var scratch = new ScratchWorkspace(_original.Definition, new WorkspaceLexicon(_folder));
        var history = new RecordedHistory(_original.Database, scratch.Database);
        var reader = new InputReader(_original.Get<EventStore>(), _original.Get<ProfileStore>(), _original.Get<NoteStore>(), _original.Get<NoteReadings>(), new WorkspaceLexicon(_folder));

        foreach (int day in new[] { -60, -30, 0 })
        {
            long asOf = new DateTimeOffset(shop.Options.DateOf(day), TimeOnly.MinValue, TimeSpan.Zero).ToMicroseconds();
            history.CopyUntil(asOf);

            string[] known = [.. shop.Customers.Where(key => scratch.Database.Read(session => new CustomerStore().Find(session, key)) is not null)];
            var expected = Inputs(_original.Database, reader, known, asOf);
            Assert.Equal(expected, Inputs(scratch.Database, scratch.Get<InputReader>(), known, asOf));
            Assert.InRange(known.Length, 250, 420);
            Assert.Contains("notes.\"ready to buy\"", string.Concat(expected), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_lexicon_the_copy_has_none()
    {
        await using var scratch = new ScratchWorkspace(_original.Definition, new WorkspaceLexicon(_folder));

        Assert.Null(scratch.Get<WorkspaceLexicon>().Find());
    }

    /// <summary>A line per customer; the names in order, because columns come in that of their first value.</summary>
    private static List<string> Inputs(Database database, InputReader reader, string[] customers, long asOf) => database.Read(session =>
    {
        var keys = customers.Select(key => new ExampleKey(new CustomerStore().Find(session, key)!.Value, asOf)).ToList();
        var table = reader.Read(session, Groups, reader.Plan(session, Groups, new PlanScope(asOf)), keys);
        return customers.Select((key, row) => $"{key} {string.Join(' ', JsonSerializer.Deserialize<SortedDictionary<string, JsonElement>>(table.ToJson(row))!)}").ToList();
    });
}
