using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Tests.Text.Concepts;

public class LexiconReaderTests
{
    [Theory]
    [InlineData("concept_id,label,aliases,languages,rule\nc1,gift,\"cadeau|regalo, si\",EN,bucket=intent\n")]
    [InlineData("\uFEFFid,aliases,label,bucket\r\nc1, cadeau | regalo ,gift,intent\r\n")]
    public void Columns_are_found_by_their_names(string text)
    {
        var concept = Assert.Single(Read(text).Lexicon!.Concepts);

        Assert.Equal(("c1", "gift", "intent"), (concept.Id, concept.Label, concept.Bucket));
        Assert.Equal("cadeau", concept.Aliases[0]);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var lexicon = new Lexicon([new("c1", "a \"quoted\", label", ["one", "zwei\nZeilen", "三"], "b,1"), new("c2", "plain", [])]);
        var text = new StringWriter();

        lexicon.Write(text);

        var again = Read(text.ToString()).Lexicon!.Concepts;
        Assert.Equal(lexicon.Concepts.Select(c => (c.Id, c.Label, c.Bucket, string.Join('|', c.Aliases))), again.Select(c => (c.Id, c.Label, c.Bucket, string.Join('|', c.Aliases))));
    }

    [Theory]
    [InlineData("", "line 1: the file is empty; a line with the names of the columns was expected")]
    [InlineData("id,label,aliases\n", "line 1: the file holds a header but no concepts")]
    [InlineData("word,meaning\na,b\n", "line 1: expected the columns id (or concept_id), label, aliases and bucket (or rule, or none); found word, meaning")]
    [InlineData("id,label,aliases\nc1,gift,\n\n,cadeau,\n", "line 4: the concept has no id")]
    [InlineData("id,label,aliases\nc1,gift,\nc1,cadeau,\n", "line 3: the concept c1 is there already, on line 2")]
    [InlineData("id,label,aliases\nc1,,\n", "line 2: the concept c1 has neither a label nor aliases")]
    [InlineData("id,label,aliases\nc1,\"gift,\n", "line 2: a quoted field has no closing quote")]
    public void A_bad_row_is_named_with_its_line(string text, string problem)
    {
        var reading = Read(text);

        Assert.False(reading.IsUsable);
        Assert.Equal(problem, Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void All_bad_rows_are_named_at_once()
    {
        Assert.Equal([2, 4], Read("id,label,aliases\n,a,\nc2,b,\n,c,\n").Problems.Select(p => p.Line));
    }

    [Fact]
    public void A_row_too_long_is_refused_without_being_kept()
    {
        Assert.Contains("longer than 1,048,576 characters", Assert.Single(Read($"id,label,aliases\nc1,gift,{new string('x', 2_000_000)}\n").Problems).Sentence, StringComparison.Ordinal);
        Assert.Contains("c1 has an alias of 201 characters", Assert.Single(Read($"id,label,aliases\nc1,gift,{new string('x', 201)}\n").Problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_of_two_concepts_and_aliases_without_letters_are_warned_of()
    {
        var reading = Read("id,label,aliases\nc1,élégant,élégant|ELEGANT\nc2,style,Elegant|!?\n");

        Assert.True(reading.IsUsable);
        Assert.Equal(
            ["line 3: \"Elegant\" of c2 is taken from c1, which has \"ELEGANT\" on line 2", "line 3: \"!?\" of c2 holds no letter and no digit, so nothing can match it"],
            reading.Warnings.Select(w => w.ToString()));
    }

    private static LexiconReading Read(string text) => Lexicon.Read(new StringReader(text));
}
