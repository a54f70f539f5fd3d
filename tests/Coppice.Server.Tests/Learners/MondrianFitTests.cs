using System.Text.Json;
using Coppice.Server.Learners;
using Coppice.Server.Predictions;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Learners;

public sealed class MondrianFitTests
{
    [Fact]
    public void Below_a_hundred_rows_the_interval_is_the_recorded_symmetric_one()
    {
        JsonElement vector = Vectors.Read("07_calibration_clv.json", "log1p_conformal");
        AmountInterval found = MondrianFit.Of(vector.Numbers("yhat"), vector.Numbers("y")).Of(20, vector.Number("alpha"));
        Vectors.Close(vector.Numbers("interval_for_yhat_20"), [found.Low, found.High]);
    }

    [Fact]
    public void Eight_rows_name_no_upper_end_and_nine_do()
    {
        double[] ones = [1, 1, 1, 1, 1, 1, 1, 1, 1];
        AmountInterval eight = MondrianFit.Of(ones.AsSpan(1), ones.AsSpan(1)).Of(30);
        Assert.Equal((0, (double?)null), (eight.Low, eight.Top));
        Assert.True(eight.Contains(1e9));
        Vectors.Close(30, MondrianFit.Of(ones, ones).Of(30).Top);
    }

    [Fact]
    public void Every_bin_has_a_hundred_rows_and_equal_answers_share_one()
    {
        double[] answers = [.. Enumerable.Range(0, 450).Select(i => i < 150 ? 1.0 : i)];
        MondrianIntervals found = MondrianFit.Of(answers, answers);
        // Bins of 45 merge from the top: 315 and 180 begin one; the third would cut into the equal answers and leaves them whole.
        Assert.Equal([180.0, 315.0], found.Edges);
        Assert.Equal(3, found.Bins.Length);
        Assert.Empty(MondrianFit.Of(new double[500], new double[500]).Edges);
    }

    [Fact]
    public void Nothing_spent_is_inside_the_interval_of_those_who_spend_nothing()
    {
        double[] answers = [.. Enumerable.Range(0, 200).Select(i => 1 + (i / 200.0))];
        MondrianIntervals found = MondrianFit.Of(answers, new double[200]);
        Assert.Equal(new AmountInterval(0, 0), found.Of(1));
    }

    [Fact]
    public void Nine_in_ten_amounts_lie_inside_whatever_the_answer()
    {
        (double[] answers, double[] amounts) = Drawn(4_000, seed: 1);
        MondrianIntervals found = MondrianFit.Of(answers, amounts);
        (answers, amounts) = Drawn(20_000, seed: 2);
        double[] inside = [.. answers.Zip(amounts, (answer, amount) => found.Of(answer).Contains(amount) ? 1.0 : 0.0)];
        // Four errors of a bin's quantile on 400 rows, and of a share of 20,000 or 2,000.
        Assert.InRange(inside.Average(), 0.88, 0.93);
        double top = inside.Zip(answers).OrderByDescending(row => row.Second).Take(2_000).Average(row => row.First);
        Assert.InRange(top, 0.84, 0.96);
        Assert.InRange(inside.Zip(answers).Where(row => row.Second < found.Edges[0]).Average(row => row.First), 0.84, 1);
    }

    [Fact]
    public void A_smaller_miss_rate_gives_a_wider_interval()
    {
        (double[] answers, double[] amounts) = Drawn(2_000, seed: 3);
        MondrianIntervals found = MondrianFit.Of(answers, amounts);
        AmountInterval usual = found.Of(40);
        AmountInterval careful = found.Of(40, 0.02);
        Assert.True(careful.Low <= usual.Low && careful.High > usual.High);
    }

    [Fact]
    public void Looking_up_an_interval_allocates_nothing()
    {
        (double[] answers, double[] amounts) = Drawn(2_000, seed: 4);
        MondrianIntervals found = MondrianFit.Of(answers, amounts);
        double sum = found.Of(1).Low;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
            sum += found.Of(answers[i]).Low;
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum >= 0);
    }

    /// <summary>Half buy nothing; the others spend around what was answered, log-normally.</summary>
    private static (double[] Answers, double[] Amounts) Drawn(int rows, ulong seed)
    {
        var random = new SplitMix64(seed);
        double[] answers = new double[rows];
        double[] amounts = new double[rows];
        for (int i = 0; i < rows; i++)
        {
            answers[i] = Math.Exp(1 + Normal(random));
            amounts[i] = random.NextDouble() < 0.5 ? 0 : 2 * answers[i] * Math.Exp(Normal(random));
        }

        return (answers, amounts);
    }

    private static double Normal(SplitMix64 random) => Distributions.NormalQuantile(Math.Clamp(random.NextDouble(), 1e-12, 1 - 1e-12));
}
