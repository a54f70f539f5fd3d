using Coppice.Server.Drift.Profiles;

namespace Coppice.Server.Tests.Drift.Profiles;

public sealed class ReferenceProfileTests
{
    [Fact]
    public void A_profile_is_the_same_after_it_was_kept()
    {
        var world = new SimulatedInputs(9, seed: 5);
        var profile = SimulatedInputs.Profile(world.Reference(2000, TimeSpan.FromDays(1))) with { Joint = new JointSample([0, 2], [1, 2, 3, 4, 5, 6, 7, 8], 0.61) };
        var kept = ReferenceProfile.Load(profile.Save());

        Assert.Equal(profile.Save(), kept.Save());
        Assert.Equal((1, 0.61), (kept.Joint!.Rows, kept.Joint.Bound));
        Assert.Equal(profile.Inputs[1].Bins.Edges, kept.Inputs[1].Bins.Edges);
        Assert.Equal(profile.Inputs[1].Bins.Bars(profile.Inputs[1].Sample), kept.Inputs[1].Bins.Bars(kept.Inputs[1].Sample));
    }

    [Fact]
    public void Bars_of_a_number_are_tenths_of_its_reference()
    {
        double[] values = [.. Enumerable.Range(1, 1000).Select(v => (double)v)];
        var bins = ColumnBins.Fit(values);
        Assert.Equal(ColumnKind.Number, bins.Kind);
        Assert.Equal(Enumerable.Repeat(0.1, 10), bins.Bars(bins.Tally(values)));
        Assert.Equal(49, bins.Edges.Length);
    }

    [Fact]
    public void Few_values_are_compared_one_by_one()
    {
        double[] values = [.. Enumerable.Range(0, 400).Select(v => (double)(v % 4 == 0 ? 1 : 0))];
        var bins = ColumnBins.Fit(values);
        Assert.Equal(ColumnKind.FewValues, bins.Kind);
        Assert.Equal([0.75, 0.25], bins.Bars(bins.Tally(values)));
        Assert.Equal(3, bins.Bars(bins.Tally([0, 1, 2])).Count);
    }

    [Fact]
    public void Stretches_of_time_have_enough_rows_and_are_spread_over_the_reference()
    {
        long day = 86_400_000_000;
        long[] asOf = [.. Enumerable.Range(0, 60_000).Select(row => row / 1000 * day), .. Enumerable.Repeat(80 * day, 99)];
        var blocks = TimeBlocks.Of(asOf, TimeSpan.FromDays(1));
        Assert.Equal(26, blocks.Rows.Count);
        Assert.All(blocks.Rows, rows => Assert.Equal(1000, rows.Length));
        Assert.Equal((0, 59_000), (blocks.Rows[0][0], blocks.Rows[^1][0]));
    }
}
