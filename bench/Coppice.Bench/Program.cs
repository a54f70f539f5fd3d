using System.Runtime.InteropServices;
using Coppice.Bench.Labels;
using Coppice.Bench.Loop;
using Coppice.Bench.Measurements;

// bench/run NAME [--json] [--results FOLDER]
bool json = args.Contains("--json");
int results = Array.IndexOf(args, "--results");
string? folder = results >= 0 && results + 1 < args.Length ? args[results + 1] : null;
if (args is not [(LoopBenchmark.Name or LabelsBenchmark.Name or "all") and var name, ..])
{
    Console.Error.WriteLine("bench/run expects the name of a benchmark: loop, labels, or all");
    return 2;
}

using var interruption = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await RunAsync(LoopBenchmark.Name, report => new LoopBenchmark(report).RunAsync(interruption.Token));
    await RunAsync(LabelsBenchmark.Name, report => new LabelsBenchmark(report).RunAsync(interruption.Token));
    return 0;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Interrupted.");
    return 130;
}

async Task RunAsync(string bench, Func<BenchReport, Task> run)
{
    if (name != bench && name != "all")
        return;
    var report = new BenchReport(json ? ReportForm.Json : ReportForm.Table);
    await run(report);
    report.Finish();
    if (folder is not null)
        report.Save(folder, bench);
}

// Stopping by itself ends the programs it started and removes its folders.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    interruption.Cancel();
}
