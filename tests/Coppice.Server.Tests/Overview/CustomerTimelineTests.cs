using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Customers.Ingest;
using Coppice.Server.Http;
using Coppice.Server.Overview;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Overview;

public sealed class CustomerTimelineTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Everything_known_of_a_customer_stands_in_one_list_newest_first(string kind)
    {
        using var workspace = new Workspace(Enum.Parse<DatabaseKind>(kind), SomeModel.Left);
        workspace.StandAt(30);
        await workspace.ImportEventsAsync("customer,type,time,value,product\na,visit,2026-01-03,,\na,purchase,2026-01-05,12.5,shoes\nb,visit,2026-01-05,,\n");
        await workspace.ImportAsync<NoteIntakes>("customer,time,text\na,2026-01-05,A first talk about shoes and about the journey\n");
        await workspace.ImportAsync<ProfileIntakes>("customer,time,country\na,2026-01-01,FR\n");
        await workspace.ImportOutcomesAsync("customer,time,left\na,2026-01-09,Yes\n");
        SomePrediction.Record(workspace, "a", 6, score: 0.75);
        var timeline = new CustomerTimeline(workspace.Database, workspace.Get<CustomerStore>(), new TimelineStore());

        var whole = timeline.Read("a", TimelinePlace.End, 50);
        var paged = new List<TimelineEntry>();
        string? next = null;
        do
        {
            var page = timeline.Read("a", TimelinePlace.Parse(next), 2);
            paged.AddRange(page.Entries);
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal(["outcome", "prediction", "note", "event", "event", "profile"], whole.Entries.Select(e => e.Kind));
        Assert.Equal(("left", "Yes"), (whole.Entries[0].Name, whole.Entries[0].Text));
        Assert.Equal(("left", 0.75, "a@6"), (whole.Entries[1].Model, whole.Entries[1].Score, whole.Entries[1].PredictionId));
        Assert.StartsWith("A first talk", whole.Entries[2].Text);
        Assert.Equal(("purchase", 12.5, "shoes"), (whole.Entries[3].Name, whole.Entries[3].Value, whole.Entries[3].Product));
        Assert.Equal("FR", whole.Entries[5].Attributes!.Value.GetProperty("country").GetString());
        Assert.Equal(whole.Entries.Select(e => (e.Kind, e.At)), paged.Select(e => (e.Kind, e.At)));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public void Keys_are_found_by_any_part_whatever_its_capitals(string kind)
    {
        using var workspace = new Workspace(Enum.Parse<DatabaseKind>(kind), SomeModel.Left);
        workspace.Record([.. new[] { "Ann_Smith", "annXsmith", "BEN%", "ben" }.Select(key => Workspace.Event(key, "visit", 1))]);

        Assert.Equal(["Ann_Smith", "annXsmith"], Found("SMITH"));
        Assert.Equal(["Ann_Smith"], Found("n_s"));
        Assert.Equal(["BEN%"], Found("n%"));
        Assert.Equal(4, Found("").Count);

        List<string> Found(string search) => [.. workspace.Database.Read(session => workspace.Get<CustomerFactsStore>().List(session, "", search, "", 50)).Select(c => c.Key)];
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1-2")]
    [InlineData("1-2-x")]
    public void A_place_that_is_none_is_refused(string cursor) => Assert.Throws<RequestException>(() => TimelinePlace.Parse(cursor));

    [Fact]
    public void A_place_before_1970_is_read_as_it_was_written() => Assert.Equal(new TimelinePlace(-5, 1, 7), TimelinePlace.Parse(new TimelinePlace(-5, 1, 7).ToString()));

    [Fact]
    public async Task The_same_is_asked_for_over_http()
    {
        await using var server = await RunningServer.StartAsync();
        using var file = new MemoryStream("customer,type,time\na/b,visit,2026-01-01\n"u8.ToArray());
        await server.Client.ImportAsync("events", file, "visits.csv", cancellationToken: TestContext.Current.CancellationToken);

        var page = await server.Client.GetTimelineAsync("a/b", cancellationToken: TestContext.Current.CancellationToken);
        string found = await server.Http.GetStringAsync("/v1/customers?search=/B", TestContext.Current.CancellationToken);

        Assert.Equal("visit", Assert.Single(page.Entries).Name);
        Assert.Contains("\"a/b\"", found);
    }
}
