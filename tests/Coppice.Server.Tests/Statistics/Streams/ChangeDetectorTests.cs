using System.Text.Json;
using Coppice.Server.Statistics;
using Coppice.Server.Statistics.Streams;

namespace Coppice.Server.Tests.Statistics.Streams;

public sealed class ChangeDetectorTests
{
    private const string File = "04_drift.json";

    [Fact]
    public void The_recorded_stream_is_reproduced()
    {
        double[] stream = Stream();
        JsonElement vector = Vectors.Read(File, "concept_detectors");
        Assert.Equal(vector.Numbers("first40"), stream[..40]);
        Assert.Equal(vector.Number("sum_first1500"), stream[..1500].Sum());
        Assert.Equal(vector.Number("sum_last1500"), stream[1500..].Sum());
    }

    [Fact]
    public void Adaptive_window_finds_the_recorded_changes()
    {
        JsonElement vector = Vectors.Read(File, "concept_detectors", "adwin");
        var window = new AdaptiveWindow(vector.Number("delta"));
        var found = Feed(window, Stream(), 0);
        AssertFinds(vector, found, window);
    }

    [Fact]
    public void Adaptive_window_goes_on_where_it_was_kept()
    {
        JsonElement vector = Vectors.Read(File, "concept_detectors", "adwin");
        double[] stream = Stream();
        var first = new AdaptiveWindow();
        var found = Feed(first, stream[..1777], 0);
        var second = AdaptiveWindow.Restore(JsonSerializer.Deserialize<AdaptiveWindowState>(JsonSerializer.Serialize(first.Save()))!);
        found.AddRange(Feed(second, stream[1777..], 1777));
        AssertFinds(vector, found, second);
    }

    [Fact]
    public void Error_rate_watch_alarms_where_recorded()
    {
        JsonElement vector = Vectors.Read(File, "concept_detectors", "ddm");
        var watch = new ErrorRateWatch();
        var states = Stream().Select(watch.Add).ToList();
        Assert.Equal(vector.Numbers("detections"), Where(states, ErrorRateState.Drifted));
        Assert.Equal(vector.Number("first_warning"), states.IndexOf(ErrorRateState.Warning));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(20)]
    public void Page_and_Hinkley_alarm_where_recorded(int threshold)
    {
        var test = new PageHinkley(threshold);
        var alarms = Where([.. Stream().Select(test.Add)], true);
        Assert.Equal(Vectors.Read(File, "concept_detectors").Numbers($"page_hinkley_lambda{threshold}"), alarms);
    }

    [Fact]
    public void Cumulative_sum_adds_up_as_recorded()
    {
        JsonElement vector = Vectors.Read(File, "cusum_daily");
        var sum = new CumulativeSum(0);
        var sums = vector.Numbers("z").Select(z => sum = sum.After(z)).ToList();
        Vectors.Close(vector.Numbers("S"), [.. sums.Select(s => s.Sum)]);
        Assert.Equal(vector.GetProperty("alarm_index").GetInt32(), sums.FindIndex(s => s.IsAlarm));
        Assert.Equal((vector.Number("k"), vector.Number("h")), (CumulativeSum.Allowance, CumulativeSum.Threshold));
        Vectors.Close(vector.Number("siegmund_ARL0_one_sided"), CumulativeSum.RunLength(CumulativeSum.Allowance, CumulativeSum.Threshold));
    }

    private static List<(int Index, long Width, double Mean)> Feed(AdaptiveWindow window, double[] stream, int from)
    {
        var found = new List<(int, long, double)>();
        for (int i = 0; i < stream.Length; i++)
        {
            if (window.Add(stream[i]))
                found.Add((from + i, window.Width, window.Mean));
        }

        return found;
    }

    private static void AssertFinds(JsonElement vector, List<(int Index, long Width, double Mean)> found, AdaptiveWindow window)
    {
        var expected = vector.GetProperty("detections_(index,width_after,mean_after)").EnumerateArray().Select(d => d.Numbers()).ToList();
        Assert.Equal(expected.Select(d => ((int)d[0], (long)d[1])), found.Select(f => (f.Index, f.Width)));
        Vectors.Close([.. expected.Select(d => d[2])], [.. found.Select(f => f.Mean)]);
        Assert.Equal(vector.Number("final_width"), window.Width);
        Vectors.Close(vector.Number("final_mean"), window.Mean);
        Vectors.Close(vector.Number("final_variance_per_item"), window.Variance);
    }

    private static double[] Stream()
    {
        var random = new SplitMix64(99);
        double[] stream = new double[3000];
        for (int i = 0; i < stream.Length; i++)
            stream[i] = random.NextDouble() < (i < 1500 ? 0.2 : 0.4) ? 1 : 0;
        return stream;
    }

    private static IEnumerable<double> Where<T>(List<T> states, T wanted) =>
        states.Select((state, i) => (state, i)).Where(s => Equals(s.state, wanted)).Select(s => (double)s.i);
}
