using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Coppice.XGBoost;

namespace Coppice.Bench.Measurements;

/// <summary>Where the figures come from. Times mean nothing elsewhere; ratios nearly do.</summary>
internal sealed partial record Machine(string Cpu, int Cores, string Isa, string Dotnet, string Xgboost, double? LoadAverage, bool? Quiet)
{
    /// <summary>Others' work above this share of a core is called noise.</summary>
    private const double QuietLoad = 1;

    public static Machine This { get; } = Describe();

    /// <summary>The processor as a folder name.</summary>
    [JsonIgnore]
    public string Folder => NotAName().Replace(Cpu.ToLowerInvariant(), "-").Trim('-');

    private static Machine Describe()
    {
        double? load = Load();
        return new Machine(
            Processor(),
            Environment.ProcessorCount,
            InstructionSet(),
            Environment.Version.ToString(),
            TrainingJob.LibraryVersion.ToString(),
            load,
            load is { } measured ? measured < QuietLoad : null);
    }

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        string? line = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null
            ? RuntimeInformation.ProcessArchitecture.ToString()
            : line[(line.IndexOf(':') + 1)..].Replace("(R)", "").Replace("(TM)", "").Trim();
    }

    private static string InstructionSet() =>
        Avx512BW.IsSupported ? "avx512bw" : Avx2.IsSupported ? "avx2" : RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static double? Load()
    {
        const string Average = "/proc/loadavg";
        return File.Exists(Average) ? double.Parse(File.ReadAllText(Average).Split(' ')[0], CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotAName();
}
