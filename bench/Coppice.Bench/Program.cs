using Coppice.Bench.Loop;
using Coppice.Bench.Measurements;

// bench/run NAME [--json] [--results FOLDER]
bool json = args.Contains("--json");
int results = Array.IndexOf(args, "--results");
string? folder = results >= 0 && results + 1 < args.Length ? args[results + 1] : null;
if (args is not [("loop" or "all"), ..])
{
    Console.Error.WriteLine("bench/run expects the name of a benchmark: loop, or all");
    return 2;
}

using var interruption = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    interruption.Cancel();
};
var report = new BenchReport(json ? ReportForm.Json : ReportForm.Table);
await new LoopBenchmark(report).RunAsync(interruption.Token);
report.Finish();
if (folder is not null)
    report.Save(folder, "loop");
return 0;
