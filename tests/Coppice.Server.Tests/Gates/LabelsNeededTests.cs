using Coppice.Server.Gates;
using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Gates;

public sealed class LabelsNeededTests
{
    private static readonly GateOptions Hundreds = new() { MinPositives = 100, MinNegatives = 100 };

    [Fact]
    public void Enough_labels_need_no_more() => Assert.Equal(default, LabelsNeeded.Of(Hundreds, 250, 120));

    [Fact]
    public void Rare_positives_are_waited_for_at_their_share_so_far()
    {
        // 40 are missing at 30 %: 133.3. Their luck has a variance of 40 x .7 / .3² = 311, the share's own 40² x .7 / (200 x .3³) = 207; 1.96 errors are 44.6.
        Assert.Equal(new LabelsNeeded(89, 134, 179), LabelsNeeded.Of(Hundreds, 200, 60));
    }

    [Fact]
    public void Without_a_label_one_in_ten_is_assumed()
    {
        // 100 x .9 / .1² = 9,000; 1.96 errors are 185.9.
        Assert.Equal(new LabelsNeeded(814, 1_000, 1_186), LabelsNeeded.Of(Hundreds, 0, 0));
    }

    [Fact]
    public void Fewer_than_are_missing_are_never_enough() => Assert.Equal(new LabelsNeeded(98, 196, 391), LabelsNeeded.Of(Hundreds, 4, 2));

    [Fact]
    public void What_is_needed_in_the_end_lies_between_the_two_as_often_as_promised()
    {
        const double Share = 0.3;
        const int Draws = 2_000;
        int inside = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            var random = SplitMix64.ForReplicate(21, draw);
            int positives = Enumerable.Range(0, 200).Count(_ => random.NextDouble() < Share);
            var needed = LabelsNeeded.Of(Hundreds, 200, positives);
            int came = 0;
            for (int missing = 100 - positives; missing > 0; came++)
                missing -= random.NextDouble() < Share ? 1 : 0;
            inside += came >= needed.Fewest && came <= needed.Most ? 1 : 0;
        }

        Assert.InRange(inside / (double)Draws, 0.93, 0.98);
    }
}
