using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Serving.Inference;

/// <summary>Bodies as clients of the protocol send them, written out by hand from its specification.</summary>
public sealed class InferenceEndpointsTests : IAsyncLifetime
{
    private const string Infer = "/v2/models/churn/infer";

    private ServedWorkspace _workspace = null!;

    public async ValueTask InitializeAsync() => _workspace = await ServedWorkspace.TrainedAsync();

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Fact]
    public async Task Server_and_models_describe_themselves_and_say_whether_they_are_ready()
    {
        var server = await GetAsync("/v2");
        var model = await GetAsync("/v2/models/churn");
        var version = await GetAsync("/v2/models/churn/versions/1.0");

        Assert.Equal("coppice", (string?)server["name"]);
        Assert.NotNull(server["version"]);
        Assert.IsType<JsonArray>(server["extensions"]);
        Assert.True((bool?)(await GetAsync("/v2/health/live"))["live"]);
        Assert.True((bool?)(await GetAsync("/v2/health/ready"))["ready"]);
        Assert.Equal("""{"name":"churn","ready":true}""", (await GetAsync("/v2/models/churn/ready")).ToJsonString());
        Assert.Equal("COP-SERVE-001", (string?)(await GetAsync("/v2/models/purchase/ready", HttpStatusCode.Conflict))["code"]);
        Assert.True((bool?)(await GetAsync("/v2/models/churn/versions/1.0/ready"))["ready"]);
        Assert.Equal("""["1.0"]""", model["versions"]!.ToJsonString());
        Assert.Equal(
            """[{"name":"usage","datatype":"FP32","shape":[-1,1]},{"name":"plan","datatype":"BYTES","shape":[-1,1]},{"name":"customer","datatype":"BYTES","shape":[-1,1]}]""",
            model["inputs"]!.ToJsonString());
        Assert.Equal(model.ToJsonString(), version.ToJsonString());
    }

    [Fact]
    public async Task Tensors_of_any_numeric_datatype_flat_or_nested_give_the_same_scores()
    {
        const string Plan = """{"name":"plan","shape":[3],"datatype":"BYTES","data":["basic","gold","basic"]}""";
        string[] usages =
        [
            """{"name":"usage","shape":[3],"datatype":"FP32","data":[1,5,9]}""",
            """{"name":"usage","shape":[3,1],"datatype":"FP64","data":[[1.0],[5.0],[9.0]]}""",
            """{"name":"usage","shape":[3,1],"datatype":"INT64","data":[1,5,9],"parameters":{"content_type":"np"}}""",
            """{"name":"usage","shape":[3],"datatype":"UINT8","data":[[1],[5],[9]]}""",
        ];
        var answers = new List<string>();
        foreach (string usage in usages)
        {
            var answer = await InferAsync($$"""{"id":"42","parameters":{"content_type":"pd"},"inputs":[{{usage}},{{Plan}}]}""");
            Assert.Equal(("42", "churn", "1.0"), ((string?)answer["id"], (string?)answer["model_name"], (string?)answer["model_version"]));
            answers.Add(answer["outputs"]!.ToJsonString());
        }

        Assert.Single(answers.Distinct());
        var score = JsonNode.Parse(answers[0])!.AsArray().Single()!;
        Assert.Equal(("score", "FP64", "[3]"), ((string?)score["name"], (string?)score["datatype"], score["shape"]!.ToJsonString()));
        double[] scores = [.. score["data"]!.AsArray().Select(s => (double)s!)];
        Assert.True(scores[0] > scores[1] && scores[1] > scores[2], string.Join(' ', scores));
    }

    [Fact]
    public async Task Without_customers_nothing_is_recorded_and_the_answer_says_so()
    {
        var answer = await InferAsync("""{"inputs":[{"name":"usage","shape":[1],"datatype":"FP32","data":[1]}]}""");

        Assert.False((bool?)answer["parameters"]!["recorded"]);
        Assert.Null(answer["id"]);
        Assert.Equal(0, (await _workspace.Client.GetStatsAsync(TestContext.Current.CancellationToken)).Predictions);
    }

    [Fact]
    public async Task With_customers_the_answers_are_predictions_like_any_other()
    {
        var answer = await InferAsync("""
            {"inputs":[{"name":"customer","shape":[2,1],"datatype":"BYTES","data":["ann","bob"]},{"name":"usage","shape":[2,1],"datatype":"FP64","data":[1.5,null]}],
             "outputs":[{"name":"prediction_id","parameters":{"binary_data":false}},{"name":"score"}]}
            """);

        Assert.True((bool?)answer["parameters"]!["recorded"]);
        var ids = answer["outputs"]![1]!["data"]!.AsArray();
        var first = await _workspace.Client.GetPredictionAsync((string)ids[0]!, TestContext.Current.CancellationToken);
        var second = await _workspace.Client.GetPredictionAsync((string)ids[1]!, TestContext.Current.CancellationToken);
        Assert.Equal(("ann", (double)answer["outputs"]![0]!["data"]![0]!), (first.Prediction.Customer, first.Prediction.Score));
        Assert.Equal("""{"usage":1.5}""", first.Inputs.GetRawText());
        Assert.Equal("{}", second.Inputs.GetRawText());
    }

    [Fact]
    public async Task Binary_tensors_behind_the_json_give_what_the_same_numbers_in_it_give()
    {
        const string Json = """
            {"inputs":[{"name":"usage","shape":[2,1],"datatype":"FP64","parameters":{"binary_data_size":16}},
                       {"name":"plan","shape":[2,1],"datatype":"BYTES","parameters":{"binary_data_size":17}}],
             "parameters":{"binary_data_output":true}}
            """;
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Encoding.UTF8.GetBytes(Json));
            writer.Write(1.5);
            writer.Write(9.0);
            foreach (string word in (string[])["gold", "basic"])
            {
                writer.Write(word.Length);
                writer.Write(Encoding.UTF8.GetBytes(word));
            }
        }

        using var content = new ByteArrayContent(body.ToArray());
        content.Headers.Add("Content-Type", "application/octet-stream");
        content.Headers.Add("Inference-Header-Content-Length", Encoding.UTF8.GetByteCount(Json).ToString());
        using var response = await _workspace.Http.PostAsync(Infer, content, TestContext.Current.CancellationToken);
        var binary = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        var plain = await InferAsync("""{"inputs":[{"name":"usage","shape":[2],"datatype":"FP32","data":[1.5,9]},{"name":"plan","shape":[2],"datatype":"BYTES","data":["gold","basic"]}]}""");
        Assert.Equal(plain["outputs"]!.ToJsonString(), binary["outputs"]!.ToJsonString());
    }

    [Fact]
    public async Task Only_the_outputs_asked_for_come_back()
    {
        var answer = await InferAsync("""{"inputs":[{"name":"customer","shape":[1],"datatype":"BYTES","data":["ann"]}],"outputs":[{"name":"score"}]}""");

        Assert.Equal("score", (string?)Assert.Single(answer["outputs"]!.AsArray())!["name"]);
    }

    [Theory]
    [InlineData("""{"inputs":[{"name":"usage","shape":[2],"datatype":"FP32","data":[1]}]}""", "holds 2 values, found 1")]
    [InlineData("""{"inputs":[{"name":"usage","shape":[1],"datatype":"FP33","data":[1]}]}""", "found \"FP33\"")]
    [InlineData("""{"inputs":[{"name":"usage","shape":[1],"datatype":"FP32","data":["x"]}]}""", "expected a number, found a string")]
    [InlineData("""{"inputs":[{"name":"usage","shape":[1],"datatype":"BOOL","data":[1]}]}""", "expected true or false, found a number")]
    [InlineData("""{"inputs":[{"name":"usages","shape":[1],"datatype":"FP32","data":[1]}]}""", "Did you mean usage?")]
    [InlineData("""{"inputs":[{"name":"input","shape":[1,2],"datatype":"FP32","data":[1,2]}]}""", "cannot stand for plan")]
    [InlineData("""{"inputs":[{"name":"usage","shape":[9223372036854775807,2],"datatype":"FP32","data":[]}]}""", "whole numbers from 0")]
    [InlineData("""{"inputs":[{"name":"usage","shape":[2147483647,2147483647],"datatype":"FP32","data":[]}]}""", "too large")]
    [InlineData("""{"inputs":[{"name":"usage","shape":[-1],"datatype":"FP32","data":[]}]}""", "whole numbers from 0")]
    [InlineData("""{"inputs":[{"name":"usage","shape":[1],"datatype":"FP32","parameters":{"binary_data_size":4}}]}""", "bytes left behind the JSON")]
    [InlineData("""{"inputs":[{"name":"usage","shape":[1],"datatype":"FP32","data":[NaN]}]}""", "written null")]
    [InlineData("""{"inputs":[{"name":"usage","shape":[1],"datatype":"FP32","data":[1]},{"name":"plan","shape":[2],"datatype":"BYTES","data":["a","b"]}]}""", "expected 1 rows")]
    [InlineData("""{"inputs":[{"name":"customer","shape":[1],"datatype":"BYTES","data":[null]}]}""", "customer's key")]
    [InlineData("""{"inputs":[{"name":"usage","shape":[1],"datatype":"FP32","data":[1]}],"outputs":[{"name":"logits"}]}""", "no output logits")]
    [InlineData("""{"inputs":[]}""", "at least one tensor")]
    [InlineData("[]", "found an array")]
    [InlineData("", "not JSON")]
    public async Task What_is_wrong_is_said_in_the_words_of_the_protocol_with_our_code(string body, string part)
    {
        var error = JsonNode.Parse(await PostAsync(Infer, body, HttpStatusCode.UnprocessableEntity))!;

        Assert.Contains(part, (string?)error["error"]);
        Assert.Equal("COP-INFER-001", (string?)error["code"]);
    }

    [Theory]
    [InlineData("/v2/models/nothing/infer", HttpStatusCode.NotFound, "COP-API-001")]
    [InlineData("/v2/models/churn/versions/7.0/infer", HttpStatusCode.NotFound, "COP-INFER-002")]
    [InlineData("/v2/models/churn/versions/abc/infer", HttpStatusCode.NotFound, "COP-INFER-002")]
    [InlineData("/v2/models/purchase/infer", HttpStatusCode.Conflict, "COP-SERVE-001")]
    public async Task Models_and_versions_that_cannot_answer_are_refused(string path, HttpStatusCode status, string code)
    {
        var error = JsonNode.Parse(await PostAsync(path, """{"inputs":[{"name":"usage","shape":[1],"datatype":"FP32","data":[1]}]}""", status))!;

        Assert.Equal(code, (string?)error["code"]);
        Assert.NotEmpty((string?)error["error"] ?? "");
    }

    private async Task<JsonNode> InferAsync(string body) => JsonNode.Parse(await PostAsync(Infer, body, HttpStatusCode.OK))!;

    private async Task<string> PostAsync(string path, string body, HttpStatusCode expected)
    {
        using var response = await _workspace.Http.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == expected, $"{response.StatusCode}: {text}");
        return text;
    }

    private async Task<JsonNode> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await _workspace.Http.GetAsync(path, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == expected, $"{response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }
}
