using System.Diagnostics;
using System.Net.Http.Headers;

namespace Coppice.Bench.Processes;

/// <summary>
/// Load at a fixed pace: a request is due whether or not the one before has been answered, and its latency counts from when it was
/// due. A slow server cannot slow the load down and so hide what its callers would have waited.
/// </summary>
internal sealed class PacedLoad(HttpClient http, string path, IReadOnlyList<byte[]> bodies, int perSecond)
{
    private readonly List<double> _milliseconds = [];
    private readonly List<string> _failures = [];

    /// <summary>Told the body's place and the answer's text, off the measured time.</summary>
    public Action<int, string>? Answered { get; init; }

    public IReadOnlyList<string> Failures => _failures;

    public int Requests { get; private set; }

    public async Task RunAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var open = new List<Task>();
        for (int i = 0; ; i++)
        {
            double due = i * 1000.0 / perSecond;
            if (due > length.TotalMilliseconds || cancellationToken.IsCancellationRequested)
                break;
            double early = due - clock.Elapsed.TotalMilliseconds;
            if (early >= 1)
                await Task.Delay(TimeSpan.FromMilliseconds(early), CancellationToken.None);
            Requests++;
            open.Add(AskAsync(i % bodies.Count, due, clock));
            if (open.Count > 4_096)
                open.RemoveAll(t => t.IsCompleted);
        }

        await Task.WhenAll(open);
    }

    /// <summary>A quantile of the latencies in milliseconds.</summary>
    public double Quantile(double share)
    {
        double[] sorted = [.. _milliseconds.Order()];
        return sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }

    private async Task AskAsync(int place, double due, Stopwatch clock)
    {
        string? failure = null;
        double took = 0;
        try
        {
            using var content = new ByteArrayContent(bodies[place]);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await http.PostAsync(path, content);
            string text = await answer.Content.ReadAsStringAsync();
            took = clock.Elapsed.TotalMilliseconds - due;
            if (answer.IsSuccessStatusCode)
                Answered?.Invoke(place, text);
            else
                failure = $"{(int)answer.StatusCode} {text}";
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            failure = e.Message;
        }

        lock (_milliseconds)
        {
            if (failure is null)
                _milliseconds.Add(took);
            else
                _failures.Add(failure);
        }
    }
}
