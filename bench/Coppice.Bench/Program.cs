using System.Runtime.InteropServices;
using Coppice.Bench.Ingest;
using Coppice.Bench.Loop;
using Coppice.Bench.Measurements;

// bench/run NAME [--json] [--results FOLDER]
bool json = args.Contains("--json");
int results = Array.IndexOf(args, "--results");
string? folder = results >= 0 && results + 1 < args.Length ? args[results + 1] : null;
if (args is not [("loop" or "ingest" or "all") and var name, ..])
{
    Console.Error.WriteLine("bench/run expects the name of a benchmark: loop, ingest, or all");
    return 2;
}

using var interruption = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    (string Name, Func<BenchReport, CancellationToken, Task> RunAsync)[] benchmarks =
    [
        (LoopBenchmark.Name, (report, cancellation) => new LoopBenchmark(report).RunAsync(cancellation)),
        (IngestBenchmark.Name, (report, cancellation) => new IngestBenchmark(report).RunAsync(cancellation)),
    ];
    foreach (var benchmark in benchmarks.Where(b => name == "all" || b.Name == name))
    {
        var report = new BenchReport(json ? ReportForm.Json : ReportForm.Table);
        await benchmark.RunAsync(report, interruption.Token);
        report.Finish();
        if (folder is not null)
            report.Save(folder, benchmark.Name);
    }

    return 0;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Interrupted.");
    return 130;
}

// Stopping by itself ends the programs it started and removes its folders.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    interruption.Cancel();
}
