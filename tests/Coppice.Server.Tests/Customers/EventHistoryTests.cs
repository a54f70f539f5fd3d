using Coppice.Server.Customers;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Customers;

public class EventHistoryTests
{
    [Fact]
    public void History_brought_up_to_date_piece_by_piece_is_the_history_read_at_once()
    {
        using var workspace = new Workspace();
        var random = new SplitMix64(5);
        string[] types = ["visit", "purchase", "return"];
        for (int piece = 0; piece < 12; piece++)
        {
            // Few times and few customers, so that many events are of one moment; later pieces bring customers before and between the known ones.
            workspace.Record([.. Enumerable.Range(0, piece % 4 == 3 ? 0 : 40).Select(i => Workspace.Event($"c{random.NextBelow(10 + (5 * piece))}", types[random.NextBelow(3)], random.NextBelow(20), i) with
            {
                Quantity = piece,
                Session = $"s{random.NextBelow(9)}",
                Product = i % 2 == 0 ? $"p{i}" : null,
            })]);
            Load(workspace);
        }

        var pieces = Load(workspace);
        workspace.Restart();
        var once = Load(workspace);

        Assert.Equal(360, once.EventTimes.Length);
        Assert.Equal(once.TypeNames, pieces.TypeNames);
        Assert.Equal(once.CustomerIds, pieces.CustomerIds);
        Assert.Equal(once.Starts, pieces.Starts);
        Assert.Equal(once.EventTimes, pieces.EventTimes);
        Assert.Equal(once.KnownTimes, pieces.KnownTimes);
        Assert.Equal(once.Types, pieces.Types);
        Assert.Equal(once.Values, pieces.Values);
        Assert.Equal(once.Quantities, pieces.Quantities);
        Assert.Equal(once.Sessions, pieces.Sessions);
        Assert.Equal(once.Products, pieces.Products);
    }

    [Fact]
    public void A_history_taken_earlier_stays_as_it_was()
    {
        using var workspace = new Workspace();
        workspace.Record(Workspace.Event("a", "visit", 1));
        var earlier = Load(workspace);

        workspace.Record(Workspace.Event("a", "visit", 0));

        Assert.Equal([Workspace.At(1)], earlier.EventTimes);
        Assert.Equal([Workspace.At(0), Workspace.At(1)], Load(workspace).EventTimes);
    }

    private static EventHistory Load(Workspace workspace) => workspace.Database.Read(workspace.Get<EventStore>().Load);
}
