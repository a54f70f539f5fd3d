using Coppice.Server.Files;

namespace Coppice.Server.Tests.Files.Readers;

public sealed class DelimitedReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a;b\r\n1;2\r\n3;4")]
    [InlineData("a\tb\n1\t2\n3\t4\n")]
    [InlineData("\uFEFFa|b\n\n1|2\n  \n3|4\n\n")]
    public void Delimiters_line_ends_marks_and_empty_lines_do_not_matter(string text)
    {
        using ITableReader reader = Table.Open(text);
        Assert.Equal(["a", "b"], reader.Header);
        Assert.Equal(["1|2", "3|4"], Table.Rows(reader).Select(row => row.Split(": ")[1]));
    }

    [Fact]
    public void Quoted_cells_hold_delimiters_quotes_and_lines()
    {
        const string Text = "a,b,c\n\"1,5\",\"say \"\"hi\"\"\",\"\"\n\"two\r\nlines\",\"\"\"\",5\" wide\nx,\"y\",z";

        Assert.Equal(["2: 1,5|say \"hi\"|", "3: two\r\nlines|\"|5\" wide", "5: x|y|z"], Table.Rows(Text));
    }

    [Fact]
    public void Rows_with_too_many_or_too_few_cells_are_set_aside_with_their_text()
    {
        using ITableReader reader = Table.Open("a,b\n1\n1,2,3\n1,2\n");
        Assert.True(reader.Read());
        Assert.Equal("expected 2 cells, found 1", reader.Rejection);
        Assert.Equal("1", reader.Row.ToString());
        Assert.Equal(["3! expected 2 cells, found 3", "4: 1|2"], Table.Rows(reader));
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_its_own_line_only() =>
        Assert.Equal(
            ["2! cell 1 goes on after its closing quote", "3: 3|4", "4! the quote that opens cell 2 is never closed", "5: 5|6"],
            Table.Rows("a,b\n\"x\"y,2\n3,4\n1,\"2\n5,6\n"));

    [Fact]
    public void A_line_over_the_limit_is_set_aside_and_reading_goes_on()
    {
        string text = $"a,b\n1,2\n{new string('x', 3_000_000)},5\n3,4\n";
        using ITableReader reader = Table.Open(text);

        Assert.Equal(["2: 1|2", "3! the line is longer than 1,048,576 characters", "4: 3|4"], Table.Rows(reader));
    }

    [Fact]
    public void A_row_of_quotes_over_the_limit_gives_its_following_lines_back()
    {
        string text = "a,b\n1,\"2\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"{i},x\n"));
        List<string> rows = Table.Rows(text, new TableOptions { MaxRowLength = 1000 });

        Assert.Equal("2! the quote that opens cell 2 is never closed", rows[0]);
        Assert.Equal(301, rows.Count);
        Assert.Equal("3: 0|x", rows[1]);
    }

    [Fact]
    public void A_file_of_nothing_but_open_quotes_ends_in_good_time()
    {
        string text = "a,b\n" + string.Concat(Enumerable.Repeat("a\",\"b\n", 500_000));
        long started = TimeProvider.System.GetTimestamp();
        List<string> rows = Table.Rows(text);

        Assert.True(rows.Count > 400_000);
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Cells_are_the_same_wherever_the_chunks_of_the_file_end()
    {
        var text = new System.Text.StringBuilder("id,text\n");
        for (int i = 0; i < 20_000; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i},\"é\"\"{i}\"\"\n→{new string('z', i % 37)}\"\n");

        List<string> rows = Table.Rows(text.ToString());
        Assert.Equal(20_000, rows.Count);
        for (int i = 0; i < rows.Count; i++)
            Assert.Equal($"{2 + (2 * i)}: {i}|é\"{i}\"\n→{new string('z', i % 37)}", rows[i]);
    }

    [Fact]
    public void Without_a_header_columns_are_numbered_and_no_row_is_lost()
    {
        using ITableReader reader = Table.Open("x,1\ny,2\n");
        Assert.Equal(["c1", "c2"], reader.Header);
        Assert.Equal(["1: x|1", "2: y|2"], Table.Rows(reader));
    }

    [Fact]
    public void Damage_deep_in_the_file_sets_aside_the_rows_that_have_it()
    {
        byte[] bytes = System.Text.Encoding.Latin1.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 20_000)) + "\xE9,2\n\0,2\n3,4\n");
        using ITableReader reader = Table.Open(bytes);

        Assert.Equal(
            ["20002! the line holds bytes that are not UTF-8", "20003! the line holds a NUL byte", "20004: 3|4"],
            Table.Rows(reader).Skip(20_000));
    }
}
