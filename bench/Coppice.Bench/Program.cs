using System.Runtime.InteropServices;
using Coppice.Bench;
using Coppice.Bench.Dashboard;
using Coppice.Bench.Demo;
using Coppice.Bench.Forests;
using Coppice.Bench.Http;
using Coppice.Bench.Ingest;
using Coppice.Bench.Judgement;
using Coppice.Bench.Labels;
using Coppice.Bench.Loop;
using Coppice.Bench.Measurements;
using Coppice.Bench.Soak;
using Coppice.Bench.Text;
using Coppice.Bench.Tiers;

// bench/run NAME [--json] [--case NAME] [--out FOLDER] [--results FOLDER]
bool json = args.Contains("--json");
string? folder = After("--results");
var benchmarks = new (string Name, Func<BenchReport, IBenchmark> Make)[]
{
    (LoopBenchmark.Name, report => new LoopBenchmark(report)),
    (HttpBenchmark.Name, report => new HttpBenchmark(report)),
    (IngestBenchmark.Name, report => new IngestBenchmark(report)),
    (LabelsBenchmark.Name, report => new LabelsBenchmark(report)),
    (TiersBenchmark.Name, report => new TiersBenchmark(report)),
    (SoakBenchmark.Name, report => new SoakBenchmark(report)),
    (TextBenchmark.Name, report => new TextBenchmark(report)),
    (ForestBenchmark.Name, report => new ForestBenchmark(report)),
    (JudgementBenchmark.Name, report => new JudgementBenchmark(report, After("--case"))),
    (DemoBenchmark.Name, report => new DemoBenchmark(report)),
    (ScreenshotsBenchmark.Name, report => new ScreenshotsBenchmark(report, After("--out"))),
};
var wanted = benchmarks.Where(b => args is [var name, ..] && (name == b.Name || name == "all")).ToList();
if (wanted.Count == 0)
{
    Console.Error.WriteLine($"bench/run expects the name of a benchmark: {string.Join(", ", benchmarks.Select(b => b.Name))}, or all");
    return 2;
}

using var interruption = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    foreach (var (name, make) in wanted)
    {
        var report = new BenchReport(json ? ReportForm.Json : ReportForm.Table);
        report.Start();
        await make(report).RunAsync(interruption.Token);
        report.Finish();
        if (folder is not null)
            report.Save(folder, name);
    }

    return 0;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Interrupted.");
    return 130;
}

string? After(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

// Stopping by itself ends the programs it started and removes its folders.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    interruption.Cancel();
}
