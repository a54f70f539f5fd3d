using Coppice.Server.Evaluation;
using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Evaluation;

public sealed class BaselineSkillTests
{
    [Fact]
    public void Skill_is_the_share_of_the_deviance_that_is_removed()
    {
        // Deviance at power 1.5 is 4 (sqrt y - sqrt m)^2 / sqrt m: of 4 as 1 it is 4, of 4 as 9 it is 4/3, of 0 as 1 it is 4.
        MetricEstimate found = BaselineSkill.Of(BinaryBlock.Apart([4, 4, 0]), scores: [9, 4, 1], baseline: [1, 1, 1])!;

        Assert.Equal(1 - (16 / 3.0 / 12), found.Value, 12);
    }

    [Fact]
    public void Where_a_score_is_not_positive_distance_is_measured() =>
        Assert.Equal(1 - (3 / 6.0), BaselineSkill.Of(BinaryBlock.Apart([4, 4, 0]), scores: [5, 2, 0], baseline: [2, 2, 2])!.Value, 12);

    [Fact]
    public void Its_interval_covers_the_truth_as_often_as_it_says()
    {
        var random = new SplitMix64(8);
        const int Blocks = 1_000;
        int covered = 0;
        for (int block = 0; block < Blocks; block++)
        {
            double[] labels = new double[400], scores = new double[400], baseline = new double[400];
            long[] customers = new long[400];
            for (int row = 0; row < labels.Length; row += 2)
            {
                // Two rows of a customer share everything, as neighbouring cut-offs do. Errors of 0.2 to 0.8 against one of 1.
                double error = 0.2 + (0.6 * random.NextDouble());
                double theirs = 2 * random.NextDouble();
                for (int i = row; i <= row + 1; i++)
                    (labels[i], scores[i], baseline[i], customers[i]) = (-1, -1 + error, -1 + theirs, row);
            }

            MetricEstimate found = BaselineSkill.Of(new LabelledRows(labels, customers), scores, baseline)!;
            covered += found.Lower <= 0.5 && found.Upper >= 0.5 ? 1 : 0;
        }

        Assert.InRange(covered / (double)Blocks, 0.93, 0.97);
    }

    [Fact]
    public void A_baseline_without_error_cannot_be_beaten_and_no_rows_say_nothing()
    {
        Assert.Null(BaselineSkill.Of(BinaryBlock.Apart([2, 3]), [1, 1], [2, 3]));
        Assert.Null(BaselineSkill.Of(BinaryBlock.Apart([]), [], []));
    }
}
