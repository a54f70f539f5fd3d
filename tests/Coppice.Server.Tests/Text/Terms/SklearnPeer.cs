using System.Diagnostics;
using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Tests.Conventions;
using Coppice.Server.Text.Terms;

namespace Coppice.Server.Tests.Text.Terms;

/// <summary>The scikit-learn of this machine, where there is one.</summary>
internal static class SklearnPeer
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Fits on the texts and fails where vocabulary, idf or a weight differs.</summary>
    public static void AssertSame(IReadOnlyList<string> texts, TermOptions options)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, JsonSerializer.Serialize(texts));
            using var answer = JsonDocument.Parse(Run(Path.Combine(Repository.Root, "bench", "peers", "terms_sklearn.py"), "weights", file, JsonSerializer.Serialize(options, CoppiceJson.Options)));
            AssertSame(answer.RootElement, texts, options);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static string Run(params string[] arguments)
    {
        Assert.SkipUnless(File.Exists(Python), $"{Python} is not here.");
        var start = new ProcessStartInfo(Python, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.SkipWhen(error.Result.Contains("ModuleNotFoundError"), $"{Python} has no scikit-learn (apt-get install python3-sklearn).");
        Assert.True(process.ExitCode == 0, error.Result);
        return output;
    }

    private static void AssertSame(JsonElement expected, IReadOnlyList<string> texts, TermOptions options)
    {
        var (vocabulary, rows) = TermVocabulary.FitTransform(texts, options);
        Assert.Equal(expected.GetProperty("terms").EnumerateArray().Select(t => t.GetString()!), vocabulary.Terms);
        Assert.Equal(expected.GetProperty("idf").EnumerateArray().Select(v => v.GetDouble()), vocabulary.Idf, Near);
        var again = vocabulary.Transform(texts);
        Assert.Equal(texts.Count, rows.Rows);
        int row = 0;
        foreach (var peer in expected.GetProperty("rows").EnumerateArray())
        {
            int[] indices = [.. peer[0].EnumerateArray().Select(v => v.GetInt32())];
            double[] values = [.. peer[1].EnumerateArray().Select(v => v.GetDouble())];
            Assert.Equal(indices, rows[row].Indices);
            Assert.Equal(values, rows[row].Values.ToArray(), Near);
            Assert.Equal(indices, again[row].Indices);
            Assert.Equal(rows[row].Values, again[row].Values);
            row++;
        }
    }

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-9;
}
