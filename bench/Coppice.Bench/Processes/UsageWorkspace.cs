using System.Globalization;
using System.Text;
using System.Text.Json;
using Coppice.Server.Features;
using Coppice.Server.Learners;
using Coppice.Server.Models;
using Coppice.Server.Statistics;
using Coppice.Server.Storage;

namespace Coppice.Bench.Processes;

/// <summary>
/// A workspace with one model, <c>left</c>, of as many numeric inputs as asked for, learnt from simulated rows by the usual commands,
/// and bodies that ask it about customers.
/// </summary>
internal sealed class UsageWorkspace : IDisposable
{
    private const int UsualRows = 6_000;
    private const int Bodies = 500;

    private readonly SplitMix64 _random = new(20_260_101);
    private readonly string[] _names;

    private UsageWorkspace(int inputs)
    {
        _names = [.. Enumerable.Range(0, inputs).Select(i => $"f{i:000}_usage")];
        Questions = [.. Enumerable.Range(0, Bodies).Select(i => Question($"c{i}"))];
    }

    public BenchWorkspace Folder { get; } = new();

    /// <summary>JSON bodies, one customer each, every input given.</summary>
    public IReadOnlyList<string> Questions { get; }

    public string Script => Folder.PathOf("load.lua");

    public static async Task<UsageWorkspace> MakeAsync(int inputs, CancellationToken cancellationToken, int rows = UsualRows)
    {
        var workspace = new UsageWorkspace(inputs);
        var folder = workspace.Folder;
        folder.Write("rows.csv", workspace.Table(rows, 0, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Wrk.WriteScript(workspace.Script, workspace.Questions);
        await folder.RunAsync(cancellationToken, "init", "--from-csv", folder.PathOf("rows.csv"), "--target", "left");
        // The floor of the gates is not what is measured.
        folder.Write("coppice.yaml", File.ReadAllText(folder.PathOf("coppice.yaml")).Replace("min_accuracy: 0.7", "min_accuracy: 0.5", StringComparison.Ordinal));
        await folder.RunAsync(cancellationToken, "import", "labels", folder.PathOf("rows.csv"));
        await folder.RunAsync(cancellationToken, "retrain", "left");
        return workspace;
    }

    /// <summary>Labelled rows, the newest at <paramref name="last"/>, of customers named after <paramref name="series"/>.</summary>
    public string Table(int rows, int series, DateTimeOffset last)
    {
        var text = new StringBuilder("customer,date,").AppendJoin(',', _names).Append(",left\n");
        for (int row = 0; row < rows; row++)
        {
            double[] x = [.. _names.Select(_ => Normal())];
            double odds = x[0] * x[1];
            for (int i = 0; i < 10; i++)
                odds += x[i] * (i % 2 == 0 ? -0.4 : 0.5);
            bool left = _random.NextDouble() < 1 / (1 + Math.Exp(-odds));
            var time = last.AddSeconds(row - rows + 1);
            text.Append(CultureInfo.InvariantCulture, $"c{series}-{row},{time.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ},").AppendJoin(',', x.Select(v => v.ToString("0.####", CultureInfo.InvariantCulture)));
            text.Append(left ? ",Yes\n" : ",No\n");
        }

        return text.ToString();
    }

    /// <summary>Writes the champion for a peer to load; what turns its probability into our answer is returned.</summary>
    public (string Model, string Names, Calibration Calibration) Export()
    {
        using var database = Database.Open(Folder.PathOf("coppice.db"));
        var (version, pipeline, bytes) = database.Read(session =>
        {
            var live = new VersionStore().Find(session, session.Value<long>("SELECT to_id FROM deployments ORDER BY id DESC LIMIT 1"))!;
            var artifacts = new ArtifactStore();
            return (live, FeaturePipeline.Load(artifacts.Load(session, live.PipelineHash)), artifacts.Load(session, live.ModelHash));
        });
        File.WriteAllBytes(Folder.PathOf("model.ubj"), bytes);
        File.WriteAllLines(Folder.PathOf("names.txt"), pipeline.FeatureNames);
        return (Folder.PathOf("model.ubj"), Folder.PathOf("names.txt"), JsonSerializer.Deserialize<Calibration>(version.Calibration, Client.CoppiceJson.Options)!);
    }

    public void Dispose() => Folder.Dispose();

    private string Question(string customer)
    {
        var text = new StringBuilder($$"""{"customer":"{{customer}}","features":{""");
        for (int i = 0; i < _names.Length; i++)
            text.Append(i == 0 ? "" : ",").Append('"').Append(_names[i]).Append("\":").Append(Normal().ToString("0.####", CultureInfo.InvariantCulture));
        return text.Append("}}").ToString();
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
