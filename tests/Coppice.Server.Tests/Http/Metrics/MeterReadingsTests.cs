using System.Diagnostics.Metrics;
using Coppice.Server.Http.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Coppice.Server.Tests.Http.Metrics;

public sealed class MeterReadingsTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().AddSingleton<MeterReadings>().BuildServiceProvider();
    private readonly MeterReadings _readings;
    private readonly Meter _meter;

    public MeterReadingsTests()
    {
        _readings = _services.GetRequiredService<MeterReadings>();
        _meter = _services.GetRequiredService<IMeterFactory>().Create(MeterNames.Coppice);
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public void Counts_are_kept_for_each_set_of_labels()
    {
        var counter = _meter.CreateCounter<long>("things");
        counter.Add(2, new("kind", "a"), new("result", "ok"));
        counter.Add(3, new("result", "ok"), new("kind", "a"));
        counter.Add(4, new("kind", "b"), new("result", "ok"));
        counter.Add(5);

        var read = Read();

        Assert.Equal(5, read.Value("things_total", "kind=\"a\",result=\"ok\""));
        Assert.Equal(4, read.Value("things_total", "kind=\"b\",result=\"ok\""));
        Assert.Equal(5, read.Value("things_total"));
    }

    [Fact]
    public void Labels_of_any_text_are_escaped()
    {
        _meter.CreateCounter<long>("things", null, "a \\ and\na line").Add(1, new KeyValuePair<string, object?>("na-me", "a\"b\\c\nd{}=,🌳"));

        Assert.Equal(1, Read().Value("things_total", "na_me=\"a\\\"b\\\\c\\nd{}=,🌳\""));
    }

    [Fact]
    public void Values_are_counted_at_or_below_their_bounds()
    {
        var histogram = _meter.CreateHistogram("length", "s", null, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2, 4] });
        foreach (double value in (double[])[0.5, 1, 1.5, 4, 100])
            histogram.Record(value);

        var read = Read();

        Assert.Equal("histogram", read.Types["length_seconds"]);
        Assert.Equal(2, read.Value("length_seconds_bucket", "le=\"1\""));
        Assert.Equal(3, read.Value("length_seconds_bucket", "le=\"2\""));
        Assert.Equal(4, read.Value("length_seconds_bucket", "le=\"4\""));
        Assert.Equal(5, read.Value("length_seconds_bucket", "le=\"+Inf\""));
        Assert.Equal(107, read.Value("length_seconds_sum"));
    }

    [Fact]
    public void What_is_not_observed_any_more_is_not_shown()
    {
        string version = "1.0";
        _meter.CreateObservableGauge("live", () => new Measurement<long>(1, new KeyValuePair<string, object?>("version", version)));
        Assert.Equal(1, Read().Value("live", "version=\"1.0\""));

        version = "2.0";

        Assert.Null(Read().Value("live", "version=\"1.0\""));
        Assert.Equal(1, Read().Value("live", "version=\"2.0\""));
    }

    [Fact]
    public void Levels_and_observed_counts_show_what_they_are()
    {
        var level = _meter.CreateUpDownCounter<int>("waiting");
        level.Add(5);
        level.Add(-3);
        double seconds = 1.5;
        _meter.CreateObservableCounter("busy", () => seconds, "s");
        Read();
        seconds = 2.5;

        var read = Read();

        Assert.Equal(("gauge", 2), (read.Types["waiting"], read.Value("waiting")));
        Assert.Equal(("counter", 2.5), (read.Types["busy_seconds_total"], read.Value("busy_seconds_total")));
    }

    [Fact]
    public void Ever_new_labels_do_not_grow_without_end()
    {
        var counter = _meter.CreateCounter<long>("things");
        for (int i = 0; i < 5000; i++)
            counter.Add(1, new KeyValuePair<string, object?>("name", i));

        var read = Read();

        Assert.Equal(5000, read.Sum("things_total", ""));
        Assert.True(read.Value("things_total", "overflow=\"true\"") > 2900);
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        var counter = _meter.CreateCounter<long>("things");
        var histogram = _meter.CreateHistogram<double>("length");
        void Count()
        {
            counter.Add(1, new KeyValuePair<string, object?>("kind", "a"), new KeyValuePair<string, object?>("result", "ok"));
            histogram.Record(0.5, new KeyValuePair<string, object?>("route", "/v1"), new KeyValuePair<string, object?>("method", "GET"), new KeyValuePair<string, object?>("status", "200"));
        }

        for (int i = 0; i < 200; i++)
            Count();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10_000; i++)
            Count();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public async Task No_count_is_lost_between_threads()
    {
        var counter = _meter.CreateCounter<double>("things");
        var whole = _meter.CreateCounter<long>("whole");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < 50_000; i++)
            {
                counter.Add(0.5);
                whole.Add(1);
            }
        })));

        Assert.Equal(100_000, Read().Value("things_total"));
        Assert.Equal(200_000, Read().Value("whole_total"));
    }

    private Exposition Read() => Exposition.Parse(_readings.Write());
}
