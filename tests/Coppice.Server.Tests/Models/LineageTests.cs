using Coppice.Server.Models;

namespace Coppice.Server.Tests.Models;

public class LineageTests
{
    [Fact]
    public void A_lineage_is_read_back_as_it_was_saved()
    {
        long[] ids = [5, 1, 1, 130, 20_000, long.MaxValue - 1];

        var again = Lineage.Load(Lineage.Of(ids).Save());

        Assert.Equal(5, again.Count);
        Assert.All(ids, id => Assert.True(again.Contains(id)));
        Assert.False(again.Contains(2));
        Assert.Equal(0, Lineage.Load(Lineage.Empty.Save()).Count);
    }

    [Fact]
    public void An_heir_has_seen_what_its_parent_saw()
    {
        var heir = Lineage.Of([1, 2, 3]).With([3, 4]);

        Assert.Equal(4, heir.Count);
        Assert.Equal(2, heir.CountOverlap([1, 4, 9]));
    }
}
