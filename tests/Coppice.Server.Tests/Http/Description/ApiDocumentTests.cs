using System.Text.Json;
using System.Text.Json.Nodes;
using Coppice.Server.Tests.Conventions;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Http.Description;

public sealed class ApiDocumentTests
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_document_is_the_one_in_the_tree()
    {
        await using var server = await RunningServer.StartAsync();
        string text = (await DocumentAsync(server)).ToJsonString(Written) + "\n";
        string path = Path.Combine(Repository.Root, "docs", "openapi.json");
        if (Environment.GetEnvironmentVariable("COPPICE_UPDATE_DOCS") == "1")
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);

        string kept = File.Exists(path) ? await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) : "";

        Assert.True(kept == text, $"The API is not the one in docs/openapi.json, first at line {FirstDifference(kept, text)}; COPPICE_UPDATE_DOCS=1 rewrites the file.");
    }

    [Fact]
    public async Task Every_route_is_described_whole()
    {
        await using var server = await RunningServer.StartAsync();
        var document = await DocumentAsync(server);
        var faults = new List<string>();
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
                faults.AddRange(Faults(operation!).Select(fault => $"{method} {path}: {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Every_route_of_the_server_is_in_the_document()
    {
        await using var server = await RunningServer.StartAsync();
        var paths = (await DocumentAsync(server))["paths"]!.AsObject().Select(p => p.Key).ToHashSet();

        var missing = server.Routes
            .Select(r => "/" + string.Join('/', r.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(PartOf)))))
            .Where(path => !path.StartsWith("/openapi/", StringComparison.Ordinal) && !paths.Contains(path));

        Assert.Empty(missing);
    }

    [Fact]
    public async Task Names_are_written_in_snake_case()
    {
        await using var server = await RunningServer.StartAsync();
        var document = await DocumentAsync(server);

        var schemas = document["components"]!["schemas"]!.AsObject();
        var names = schemas.SelectMany(s => s.Value!["properties"]?.AsObject().Select(p => $"{s.Key}.{p.Key}") ?? []);

        Assert.All(names, name => Assert.Matches("^[A-Za-z0-9]+\\.[a-z][a-z0-9_]*$", name));
    }

    [Fact]
    public async Task The_pages_that_show_it_load_nothing_from_elsewhere()
    {
        await using var server = await RunningServer.StartAsync();

        string page = await server.Http.GetStringAsync("/docs/index.html", TestContext.Current.CancellationToken);

        Assert.Contains("swagger-ui", page);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", page);
        foreach (string file in (string[])["swagger-ui.css", "swagger-ui-bundle.js", "index.js"])
            Assert.NotEmpty(await server.Http.GetByteArrayAsync($"/docs/{file}", TestContext.Current.CancellationToken));
    }

    private static string PartOf(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        _ => "",
    };

    private static IEnumerable<string> Faults(JsonNode operation)
    {
        if (string.IsNullOrWhiteSpace((string?)operation["summary"]))
            yield return "no summary";
        else if (!((string)operation["summary"]!).EndsWith('.'))
            yield return "its summary is no sentence";
        if (operation["tags"]?.AsArray() is not [_])
            yield return "no tag, or several";
        var responses = operation["responses"]!.AsObject();
        if (responses["4XX"]?["content"]?["application/problem+json"]?["schema"] is null)
            yield return "no problem response";
        var good = responses.Where(r => r.Key.StartsWith('2')).ToList();
        if (good.Count == 0)
            yield return "no good response";
        foreach (var (status, response) in good.Where(r => r.Key != "204"))
        {
            var content = response!["content"]?.AsObject();
            if (content is null || content.Count == 0)
                yield return $"{status} says nothing about its content";
            else if (content.Any(c => c.Value!["schema"] is null))
                yield return $"{status} has content without a schema";
        }

        if (operation["requestBody"] is { } body && body["content"]!.AsObject().Any(c => c.Value!["schema"] is null))
            yield return "its body has no schema";
    }

    private static async Task<JsonNode> DocumentAsync(RunningServer server) =>
        JsonNode.Parse(await server.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;

    private static int FirstDifference(string kept, string found)
    {
        string[] a = kept.Split('\n'), b = found.Split('\n');
        int line = 0;
        while (line < a.Length && line < b.Length && a[line] == b[line])
            line++;
        return line + 1;
    }
}
