using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Coppice.Bench.Processes;
using Coppice.Server.Learners;

namespace Coppice.Bench.Http;

/// <summary>Our server and FastAPI with the same model, both up, answering the same bodies.</summary>
internal sealed class ModelServerPair : IDisposable
{
    private const string Ask = "/v1/models/left/predict";

    private readonly ServerProcess _ours;
    private readonly ServerProcess? _peer;

    private ModelServerPair(UsageWorkspace workspace, ServerProcess ours, ServerProcess? peer)
    {
        Workspace = workspace;
        _ours = ours;
        _peer = peer;
    }

    public UsageWorkspace Workspace { get; }

    /// <summary>Whether both gave the same answers, to the rounding of a probability.</summary>
    public bool Equal { get; private set; }

    public static async Task<ModelServerPair> StartAsync(int inputs, string? noPeer, CancellationToken cancellationToken)
    {
        var workspace = await UsageWorkspace.MakeAsync(inputs, cancellationToken);
        var (model, names, calibration) = workspace.Export();
        var peer = noPeer is null
            ? await ServerProcess.UvicornAsync(Surroundings.Peer("serve_fastapi.py"), 1, [("MODEL", model), ("FEATURES", names)], cancellationToken)
            : null;
        var pair = new ModelServerPair(workspace, await ServerProcess.ServeAsync(workspace.Folder, cancellationToken), peer);
        pair.Equal = peer is null || await pair.CompareAsync(calibration, cancellationToken);
        return pair;
    }

    public Task<LoadResult> OursAsync(string durability, int connections, int seconds, CancellationToken cancellationToken) =>
        Wrk.RunAsync($"{_ours.Url}{Ask}?durability={durability}", Workspace.Script, connections, seconds, cancellationToken);

    public Task<LoadResult> PeerAsync(int connections, int seconds, CancellationToken cancellationToken) =>
        Wrk.RunAsync($"{_peer!.Url}/predict", Workspace.Script, connections, seconds, cancellationToken);

    public void Dispose()
    {
        _ours.Dispose();
        _peer?.Dispose();
        Workspace.Dispose();
    }

    // The peer gives XGBoost's own probability; ours is calibrated. The same margin must be behind both.
    private async Task<bool> CompareAsync(Calibration calibration, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        foreach (string question in Workspace.Questions)
        {
            double ours = (await AskAsync(http, _ours.Url + Ask, question, cancellationToken)).GetProperty("score").GetDouble();
            double peer = (await AskAsync(http, _peer!.Url + "/predict", question, cancellationToken)).GetProperty("probability").GetDouble();
            if (Math.Abs(ours - calibration.Apply(Math.Log(peer / (1 - peer)))) > 1e-5)
                return false;
        }

        return true;
    }

    private static async Task<JsonElement> AskAsync(HttpClient http, string url, string question, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsync(url, new StringContent(question, Encoding.UTF8, "application/json"), cancellationToken);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }
}
