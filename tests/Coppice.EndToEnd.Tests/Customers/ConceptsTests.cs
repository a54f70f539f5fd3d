using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Customers;

public sealed class ConceptsTests
{
    [Fact]
    public async Task A_lexicon_is_suggested_edited_and_applied()
    {
        using var folder = new TemporaryFolder();
        (await folder.RunAsync("init")).Exits(0);
        folder.Write("notes.csv", "ID,Transcription\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"c{i},\"Word{i}: {(i < 6 ? "Silk, scarf" : "nothing")}\"\n")));
        CoppiceResult missing = (await folder.RunAsync("concepts", "notes.csv")).Exits(1);
        Assert.Equal("The workspace has no lexicon.csv beside its definition file: write one by coppice concepts suggest FILE --out lexicon.csv, or name one with --lexicon.\n", missing.Error);

        CoppiceResult suggested = (await folder.RunAsync("concepts", "suggest", "notes.csv", "--out", "lexicon.csv")).Exits(0);
        Assert.Contains("2 concepts from 50 notes → lexicon.csv", suggested.Output);
        Assert.Equal(["id,label,aliases,bucket,notes", "scarf,scarf,,,6", "silk,silk,,,6"], File.ReadAllLines(folder.PathOf("lexicon.csv")));

        folder.Write("lexicon.csv", "id,label,aliases,bucket,notes\nscarf,silk scarf,Soie,,6\n");
        CoppiceResult found = (await folder.RunAsync("concepts", "notes.csv")).Exits(0);
        Assert.Equal(["client_id,concept_id,matched_alias,start,end", "c0,scarf,silk scarf,7,18"], found.OutputLines.Take(2));

        folder.Write("other.csv", "id,label,aliases\nno,nothing,\n");
        CoppiceResult written = (await folder.RunAsync("concepts", "notes.csv", "--lexicon", "other.csv", "--out", "matches.csv")).Exits(0);
        Assert.StartsWith("44 matches of 1 concept in 50 notes → matches.csv", written.Output);
        Assert.Equal(45, File.ReadAllLines(folder.PathOf("matches.csv")).Length);
        Assert.Equal(44, (await folder.RunAsync("concepts", "notes.csv", "--lexicon", "other.csv", "--json")).Exits(0).Json<ConceptsResponse>().Matches.Count);
    }

    [Fact]
    public async Task Rows_set_aside_and_doubts_about_the_lexicon_are_said()
    {
        using var folder = new TemporaryFolder();
        (await folder.RunAsync("init")).Exits(0);
        folder.Write("notes.csv", "customer,note\nc1,golf\n,golf\n");
        folder.Write("lexicon.csv", "id,label,aliases\na,golf,\nb,GOLF,\n");

        CoppiceResult result = (await folder.RunAsync("concepts", "notes.csv")).Exits(3);

        Assert.Equal("lexicon, line 3: \"GOLF\" of b is taken from a, which has \"golf\" on line 2\n1 row set aside in notes.csv.rejected.csv: the customer is empty\n", result.Error);
    }
}
