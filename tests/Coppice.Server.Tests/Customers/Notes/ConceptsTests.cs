using System.Net;
using System.Text;
using Coppice.Client;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Customers.Notes;

public class ConceptsTests
{
    private const string Lexicon = "id,label,aliases\ngift,gift,cadeau|手袋\ngolf,golf,\n";
    private const string Notes = "ID,Date,Transcription\nc1,2026-01-08,\"Cherche CADEAU, joue au golf\"\nc2,x,寻找手袋\n,2026-01-08,golf\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Concepts_are_found_by_the_lexicon_of_the_workspace()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();
        workspace.Write("lexicon.csv", Lexicon);

        var found = await workspace.Client.FindConceptsAsync(Bytes(Notes), "notes.csv", cancellationToken: Cancellation);

        Assert.Equal([new("c1", "gift", "cadeau", 8, 14), new("c1", "golf", "golf", 24, 28), new FoundConcept("c2", "gift", "手袋", 2, 4)], found.Matches);
        Assert.Equal((3, 2, 2, 1), (found.RowsRead, found.Notes, found.Concepts, found.SetAside));
        Assert.Equal(4, Assert.Single(found.Rejects).Line);
    }

    [Fact]
    public async Task A_lexicon_sent_along_is_used_instead_and_not_kept()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();
        const string other = "id,label,aliases\nplay,joue au golf,\ntwice,golf,Joue au Golf\n";

        var found = await workspace.Client.FindConceptsAsync(Bytes(Notes), "notes.csv", Bytes(other), "other.csv", Cancellation);
        var refused = await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.FindConceptsAsync(Bytes(Notes), "notes.csv", cancellationToken: Cancellation));

        Assert.Equal(new FoundConcept("c1", "twice", "Joue au Golf", 16, 28), Assert.Single(found.Matches));
        Assert.Equal("line 3: \"Joue au Golf\" of twice is taken from play, which has \"joue au golf\" on line 2", Assert.Single(found.Warnings));
        Assert.Equal("COP-CONCEPT-001", refused.Problem.Code);
        Assert.Contains("coppice concepts suggest", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lexicon_with_a_bad_row_is_refused_with_its_line()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();

        var refused = await Assert.ThrowsAsync<CoppiceException>(
            () => workspace.Client.FindConceptsAsync(Bytes(Notes), "notes.csv", Bytes("id,label,aliases\n,a,\n,b,\n"), "my.csv", Cancellation));

        Assert.Equal("COP-CONCEPT-002", refused.Problem.Code);
        Assert.Equal("my.csv:2  the concept has no id. One more row has a problem.", refused.Message);
    }

    [Fact]
    public async Task A_suggested_lexicon_finds_its_concepts()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();
        string notes = "customer,note\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"c{i},the {(i % 10 == 0 ? "silk scarf" : $"word{i}")} of note{i}\n"));

        var suggestion = await workspace.Client.SuggestConceptsAsync(Bytes(notes), "notes.csv", Cancellation);
        var concept = Assert.Single(suggestion.Concepts);
        string lexicon = $"id,label,aliases\n{concept.Id},{concept.Label},\n";
        var found = await workspace.Client.FindConceptsAsync(Bytes(notes), "notes.csv", Bytes(lexicon), "lexicon.csv", Cancellation);

        Assert.Equal(new SuggestedConcept("silk_scarf", "silk scarf", 6), concept);
        Assert.Equal(6, found.Matches.Count);
    }

    [Theory]
    [InlineData("multipart/form-data", "anything", "found one without a boundary")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"notes\"\r\n\r\ncustomer,text\r\n--x--\r\n", "found none of lexicon")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n1\r\n--x--\r\n", "found a part \\u0022other\\u0022")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"notes\"\r\n\r\ncustomer", "found one that breaks off")]
    [InlineData("multipart/form-data; boundary=x", "", "found one that breaks off")]
    public async Task A_form_that_is_not_as_expected_is_refused(string type, string body, string expected)
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await workspace.Http.PostAsync("/v1/concepts", content, Cancellation);

        string problem = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("COP-CONCEPT-003", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Replace("\\\"", "\\u0022", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
