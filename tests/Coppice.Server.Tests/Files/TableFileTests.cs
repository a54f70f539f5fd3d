using System.Text;
using Coppice.Server.Files;

namespace Coppice.Server.Tests.Files;

public sealed class TableFileTests
{
    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("[{\"a\":1}]", "expected one JSON object per line (NDJSON), found an array; write each object on its own line")]
    [InlineData("{\n\"a\": 1\n}", "expected one JSON object per line (NDJSON), found one spread over several lines")]
    [InlineData("a,a\n1,2", "the header names \"a\" twice; every column needs a name of its own")]
    [InlineData("PK\u0003\u0004rest", "this is an Excel workbook or a zip archive; save it as CSV, or unpack it, first")]
    [InlineData("a,b\n1,\0", "expected text, found a NUL byte at offset 6: this is a binary file, or UTF-16 without its mark")]
    public void What_cannot_be_read_gets_one_sentence(string text, string expected) =>
        Assert.Equal(expected, Table.ProblemOf(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Text_in_another_encoding_is_named_by_its_first_byte() =>
        Assert.Equal("expected UTF-8 text, found byte E9 at offset 7 (line 2): save the file as UTF-8", Table.ProblemOf(Encoding.Latin1.GetBytes("a,b\n1,2é\n")));

    [Fact]
    public void Utf16_with_its_mark_is_read()
    {
        using ITableReader reader = Table.Open([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a,b\n1,é\n")]);
        Assert.Equal(["2: 1|é"], Table.Rows(reader));
    }

    [Fact]
    public void A_missing_file_is_named() => Assert.Equal("nowhere.csv is not there", TableFile.Open("nowhere.csv").Problem);

    [Fact]
    public void The_orders_of_cdnow_are_columns_apart_by_blanks()
    {
        TableOpening opening = TableFile.Open(SharedData.Find("cdnow/CDNOW_master.txt"));
        using ITableReader reader = opening.Reader!;
        Assert.Equal(TableKind.Whitespace, opening.Format!.Kind);
        Assert.Equal(["customer_id", "date", "number_of_cds", "dollar_value"], reader.Header);

        var customers = new HashSet<string>();
        long rows = 0;
        long cents = 0;
        while (reader.Read())
        {
            Assert.Null(reader.Rejection);
            customers.Add(reader.Cell(0).ToString());
            Assert.True(Coppice.Server.Files.Cells.NumberText.TryParse(reader.Cell(3), out double dollars));
            cents += (long)Math.Round(dollars * 100);
            rows++;
        }

        Assert.Equal(69_659, rows);
        Assert.Equal(23_570, customers.Count);
        Assert.Equal(250_031_563, cents);
    }

    [Theory]
    [InlineData("notes/notes.csv", 2000, 6)]
    [InlineData("notes/notes_more.csv", 3000, 6)]
    [InlineData("notes/lexicon.csv", 1038, 7)]
    [InlineData("elec2/elec2_full.csv", 45_312, 9)]
    [InlineData("cdnow/CDNOW_sample.txt", 6919, 5)]
    public void Public_files_are_read_whole(string path, int rows, int columns)
    {
        using ITableReader reader = TableFile.Open(SharedData.Find(path)).Reader!;
        List<string> read = Table.Rows(reader);
        Assert.Equal(columns, reader.Header.Count);
        Assert.DoesNotContain(read, row => row.Contains("! ", StringComparison.Ordinal) && row.Split(' ')[0].EndsWith('!'));
        Assert.Equal(rows, read.Count);
    }

    [Theory]
    [InlineData("id,when,text\n1,2026-01-02,\"a \"\"b\"\"\nc\"\n2,2026-01-03,d\n3,2026-01-04,\n")]
    [InlineData("{\"id\":1,\"o\":{\"a\":[1,2]},\"t\":\"x\\u00e9\"}\n{\"id\":2,\"t\":null}\n")]
    [InlineData(" id  date  v\r\n 0001 19970101  1.5\r\n 0002 19970102  2.5\r\n")]
    public void Mutated_bytes_never_crash_or_hang(string text)
    {
        var random = new Coppice.Server.Statistics.SplitMix64(5);
        byte[] alphabet = [.. "\"\",;|\t\n\r{}[]:\\ "u8, 0, 0xFF, 0xC3, 0xE2, 0xED, 0xA0];
        byte[] original = Encoding.UTF8.GetBytes(text);
        for (int round = 0; round < 4000; round++)
        {
            byte[] bytes = [.. original];
            for (long edit = random.NextBelow(6); edit >= 0; edit--)
                bytes[random.NextBelow(bytes.Length)] = edit % 3 == 2 ? (byte)random.NextBelow(256) : alphabet[random.NextBelow(alphabet.Length)];

            TableOpening opening = TableFile.Open(new MemoryStream(bytes), new TableOptions { MaxRowLength = 60 });
            Assert.NotEqual(opening.IsOpen, opening.Problem is not null);
            using ITableReader? reader = opening.Reader;
            Assert.True(reader is null || Table.Rows(reader).Count <= bytes.Length);
        }
    }
}
