using System.Globalization;
using System.Text.Json;
using Coppice.Client;

namespace Coppice.Bench.Measurements;

/// <summary>Writes each case as it becomes known.</summary>
internal sealed class BenchReport(ReportForm form)
{
    private const string Row = "{0,-22} {1,-18} {2,10} {3,10} {4,8} {5,17}  {6}";

    private readonly List<string> _lines = [];
    private readonly TextWriter _people = form == ReportForm.Json ? Console.Error : Console.Out;
    private int _missed;

    /// <summary>The head of the table.</summary>
    public void Start()
    {
        var machine = Machine.This;
        string noise = machine.Quiet == false ? $", NOT QUIET: load average {machine.LoadAverage:0.0}" : "";
        _people.WriteLine($"{machine.Cpu}, {machine.Cores} cores, {machine.Isa}, .NET {machine.Dotnet}, XGBoost {machine.Xgboost}{noise}");
        _people.WriteLine();
        _people.WriteLine(Row, "case", "metric", "ours", "peer", "ratio", "min .. max", "must");
    }

    /// <summary>Says what is being done, to people only.</summary>
    public static void Tell(string what) => Console.Error.WriteLine($"  ... {what}");

    public void Add(BenchLine line)
    {
        string must = (line.Must, line.Holds) switch
        {
            (null, _) => line.Equal ? "" : "NOT EQUAL",
            ({ } bound, true) => $"{Figure(bound)} holds",
            ({ } bound, _) => $"{Figure(bound)} MISSED",
        };
        _missed += line.Holds == false || !line.Equal ? 1 : 0;
        string range = line.Ratio is { } r ? $"{r.Min:0.00} .. {r.Max:0.00}" : "";
        string ratio = line.Ratio is { } times ? times.Median.ToString("0.00", CultureInfo.InvariantCulture) : "";
        _people.WriteLine(Row, line.Case, line.Metric, Figure(line.Ours), line.Peer is { } peer ? Figure(peer) : "", ratio, range, must);
        Keep(JsonSerializer.Serialize(line, CoppiceJson.Options));
    }

    public void Add(SkippedLine line)
    {
        _people.WriteLine($"{line.Case,-22} skipped: {line.Skipped}");
        Keep(JsonSerializer.Serialize(line, CoppiceJson.Options));
    }

    /// <summary>The last line of the table.</summary>
    public void Finish()
    {
        _people.WriteLine();
        _people.WriteLine(_missed == 0 ? "Every bound that was measured holds." : $"{_missed} of {_lines.Count} cases miss their bound.");
    }

    /// <summary>Writes the JSON lines to the folder of this processor.</summary>
    public void Save(string folder, string bench)
    {
        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, Machine.This.Folder)).FullName, bench + ".json");
        File.WriteAllLines(path, _lines);
        _people.WriteLine($"written to {path}");
    }

    private void Keep(string json)
    {
        _lines.Add(json);
        if (form == ReportForm.Json)
            Console.Out.WriteLine(json);
    }

    private static string Figure(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
