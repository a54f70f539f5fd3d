using System.Diagnostics;
using System.Globalization;
using Coppice.Forests.Tests.Support;

namespace Coppice.Forests.Tests;

/// <summary>The sample of the documentation is run as it stands there.</summary>
public sealed class SampleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_sample_scores_a_model_as_XGBoost_does()
    {
        DirectoryInfo root = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Coppice.slnx")))
            root = root.Parent!;
        using TrainedModel trained = TrainedModel.Of("binary:logistic", rowCount: 20);
        string folder = Directory.CreateTempSubdirectory("sample-").FullName;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            string model = Path.Combine(folder, "model.json"), rows = Path.Combine(folder, "rows.csv");
            await File.WriteAllBytesAsync(model, trained.Booster.Save("json"), patience.Token);
            await File.WriteAllLinesAsync(rows, trained.Rows.Chunk(trained.Columns).Select(row => string.Join(',', row.Select(v => v.ToString("R", CultureInfo.InvariantCulture)))), patience.Token);
            var start = new ProcessStartInfo("dotnet", ["run", Path.Combine(root.FullName, "docs", "samples", "score.cs"), model, rows])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                WorkingDirectory = root.FullName,
            };
            start.Environment["DOTNET_NOLOGO"] = "1";
            start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
            using Process process = Process.Start(start)!;
            string output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, output);
            float[] scores = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => float.Parse(line, CultureInfo.InvariantCulture))];
            Bits.AssertSame(trained.Booster.Values(trained.Rows, trained.Columns), scores);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
