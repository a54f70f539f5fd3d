using Coppice.Server.Features;
using Coppice.Server.Statistics;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Features;

public class FeaturePipelineTests
{
    private static readonly string[] Plans = ["basic", "gold", "silver"];

    [Fact]
    public void A_pipeline_read_back_from_its_bytes_gives_the_same_bits()
    {
        var (table, asOf) = SomeTable();
        var pipeline = Fit(table);

        var again = FeaturePipeline.Load(pipeline.Save());

        Assert.Equal(pipeline.FeatureNames, again.FeatureNames);
        Assert.Equal(Bits(pipeline.Transform(table, asOf)), Bits(again.Transform(table, asOf)));
        Assert.Equal(pipeline.Save(), again.Save());
    }

    [Fact]
    public void A_category_has_a_one_zeros_for_others_and_other_for_what_it_never_saw()
    {
        var (table, _) = SomeTable();
        var pipeline = Fit(table);
        var asked = new InputTable(3);
        asked["plan"].SetWord(0, "gold");
        asked["plan"].SetWord(1, "platinum");

        var features = pipeline.Transform(asked, [0, 0, 0]);

        float[] Plan(int row) => [.. features.Names.Index().Where(n => n.Item.StartsWith("plan=", StringComparison.Ordinal)).Select(n => features.Row(row)[n.Index])];
        Assert.Equal(["plan=basic", "plan=gold", "plan=silver", "plan=(other)"], features.Names.Where(n => n.StartsWith("plan=", StringComparison.Ordinal)));
        Assert.Equal([0, 1, 0, 0], Plan(0));
        Assert.Equal([0, 0, 0, 1], Plan(1));
        Assert.All(Plan(2), cell => Assert.Equal(float.NaN, cell));
    }

    [Fact]
    public void Columns_that_say_nothing_are_left_out_with_the_reason()
    {
        var (table, _) = SomeTable();
        for (int row = 0; row < table.Rows; row++)
        {
            table["constant"].Numbers[row] = 4;
            table["key"].SetWord(row, $"customer {row}");
        }

        var pipeline = Fit(table);

        Assert.Equal(["constant: always the same", "key: names rows rather than kinds of rows"], pipeline.LeftOut);
    }

    [Fact]
    public void A_column_that_does_not_come_is_missing()
    {
        var (table, _) = SomeTable();

        var features = Fit(table).Transform(new InputTable(1), [0]);

        Assert.All(features.Values, value => Assert.Equal(float.NaN, value));
    }

    [Fact]
    public void A_date_is_its_age_when_the_inputs_are_for()
    {
        var (table, asOf) = SomeTable();

        var features = Fit(table).Transform(table, asOf);

        int since = features.Names.ToList().IndexOf("since.age_days");
        Assert.Equal(2, features.Row(2)[since]);
    }

    [Fact]
    public void What_is_excluded_is_no_input()
    {
        var (table, _) = SomeTable();

        var pipeline = FeaturePipeline.Fit(table, InputPlan.Nothing, new FeatureOptions { Excluded = new HashSet<string> { "plan" } });

        Assert.DoesNotContain(pipeline.FeatureNames, n => n.StartsWith("plan", StringComparison.Ordinal));
    }

    private static FeaturePipeline Fit(InputTable table) => FeaturePipeline.Fit(table, InputPlan.Nothing, new FeatureOptions());

    private static (InputTable Table, long[] AsOf) SomeTable()
    {
        var random = new SplitMix64(3);
        var table = new InputTable(120);
        for (int row = 0; row < table.Rows; row++)
        {
            table["plan"].SetWord(row, Plans[row % 3]);
            table["since"].SetWord(row, Workspace.Day(-row).ToString("yyyy-MM-dd"));
            if (row % 5 != 0)
                table["usage"].Numbers[row] = (float)random.NextDouble();
        }

        return (table, [.. Enumerable.Repeat(Workspace.Day(0).ToMicroseconds(), table.Rows)]);
    }

    private static int[] Bits(FeatureMatrix matrix) => Array.ConvertAll(matrix.Values, BitConverter.SingleToInt32Bits);
}
