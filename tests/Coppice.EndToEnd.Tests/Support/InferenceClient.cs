using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Coppice.EndToEnd.Tests.Support;

/// <summary>A client of the Open Inference Protocol that knows the protocol and nothing of Coppice.</summary>
internal sealed class InferenceClient(HttpClient http)
{
    public async Task<bool> IsReadyAsync(string model)
    {
        using HttpResponseMessage response = await http.GetAsync($"/v2/models/{model}/ready");
        return response.IsSuccessStatusCode;
    }

    public async Task<IReadOnlyList<string>> InputsAsync(string model)
    {
        JsonNode metadata = (await http.GetFromJsonAsync<JsonNode>($"/v2/models/{model}"))!;
        return [.. metadata["inputs"]!.AsArray().Select(i => (string)i!["name"]!)];
    }

    /// <summary>One row per customer, everything else left to the server; the answer is the version and a score each.</summary>
    public async Task<(string Version, double[] Scores)> InferAsync(string model, params string[] customers)
    {
        var data = new JsonArray([.. customers.Select(c => (JsonNode)c)]);
        var tensor = new JsonObject { ["name"] = "customer", ["shape"] = new JsonArray(customers.Length, 1), ["datatype"] = "BYTES", ["data"] = data };
        using HttpResponseMessage response = await http.PostAsJsonAsync($"/v2/models/{model}/infer", new JsonObject { ["id"] = "1", ["inputs"] = new JsonArray(tensor) });
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        JsonNode answer = JsonNode.Parse(text)!;
        Assert.Equal("1", (string?)answer["id"]);
        JsonNode scores = answer["outputs"]!.AsArray().Single(o => (string?)o!["name"] == "score")!;
        return ((string)answer["model_version"]!, [.. scores["data"]!.AsArray().Select(s => (double)s!)]);
    }
}
