using System.Globalization;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;

namespace Coppice.Server.Tests.Files.Columns;

public sealed class ColumnProfileTests
{
    [Theory]
    [InlineData("x", "1,2.5,-3", ColumnType.Number)]
    [InlineData("x", "1,0,1", ColumnType.Boolean)]
    [InlineData("x", "TRUE,FALSE", ColumnType.Boolean)]
    [InlineData("x", "yes,No,NA", ColumnType.Boolean)]
    [InlineData("x", "red,green,red", ColumnType.Category)]
    [InlineData("x", "2026-01-01,,2026-01-02", ColumnType.Date)]
    [InlineData("created_at", "1767225600,1767225601", ColumnType.Date)]
    [InlineData("amount", "1767225600,1767225601", ColumnType.Number)]
    [InlineData("date", "19970101,19970102", ColumnType.Date)]
    [InlineData("x", ",NA,null", ColumnType.Category)]
    public void Cells_tell_what_a_column_is(string name, string cells, ColumnType expected) => Assert.Equal(expected, Of(name, cells.Split(',')).Type);

    [Fact]
    public void Blanks_among_numbers_leave_numbers()
    {
        InferredColumn column = Of("TotalCharges", [.. Enumerable.Range(0, 500).Select(i => i % 45 == 0 ? " " : $"{i}.5")]);
        Assert.Equal((ColumnType.Number, 12), (column.Type, column.Missing));
    }

    [Fact]
    public void A_slip_among_many_numbers_is_a_misfit_and_among_few_a_word()
    {
        Assert.Equal((ColumnType.Number, 1), (Of("x", [.. Numbers(200), "oops"]) is var many ? many.Type : default, many.Misfits));
        Assert.NotEqual(ColumnType.Number, Of("x", [.. Numbers(10), "oops"]).Type);
    }

    [Theory]
    [InlineData("03/04/2026,25/04/2026", "dd/MM/yyyy", DateCertainty.Certain)]
    [InlineData("03/04/2026,04/25/2026", "MM/dd/yyyy", DateCertainty.Certain)]
    [InlineData("01/05/2026,01/06/2026,02/01/2026,02/02/2026", "MM/dd/yyyy", DateCertainty.ByOrder)]
    [InlineData("05/05/2026,06/06/2026", "dd/MM/yyyy", DateCertainty.Guess)]
    public void Day_first_or_month_first_is_decided_by_evidence(string cells, string pattern, DateCertainty certainty)
    {
        InferredColumn column = Of("when", cells.Split(','));
        Assert.Equal((pattern, certainty), (column.DateForm!.Pattern, column.DateCertainty));
    }

    [Fact]
    public void Codes_that_never_repeat_identify_and_sentences_are_text()
    {
        Assert.Equal(ColumnType.Identifier, Of("x", [.. Enumerable.Range(0, 30).Select(i => $"A-{i}")]).Type);
        Assert.Equal(ColumnType.Identifier, Of("client_id", [.. Numbers(100)]).Type);
        Assert.Equal(ColumnType.Number, Of("balance", [.. Numbers(100)]).Type);
        Assert.Equal(ColumnType.Text, Of("x", [.. Enumerable.Range(0, 30).Select(i => $"she asked {i} times for a bag")]).Type);
    }

    [Fact]
    public void Later_rows_change_the_verdict()
    {
        var profile = new ColumnProfile("x");
        profile.Add("0");
        profile.Add("1");
        Assert.Equal(ColumnType.Boolean, profile.Infer().Type);
        profile.Add("2");
        Assert.Equal(ColumnType.Number, profile.Infer().Type);
    }

    [Fact]
    public void Cells_that_do_not_fit_are_refused_with_the_rows_before_them()
    {
        var cells = new TypedCells(Of("amount", ["1", "2"]));
        Assert.Equal(1.5, cells.Number("1.5", out _));
        Assert.Null(cells.Number("NaN", out string? complaint));
        Assert.Null(complaint);
        Assert.Null(cells.Number("12 EUR", out complaint));
        Assert.Equal("amount: \"12 EUR\" is not a number as in the 1 rows before it", complaint);
    }

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(i => (i * 7).ToString(CultureInfo.InvariantCulture));

    private static InferredColumn Of(string name, string[] cells)
    {
        var profile = new ColumnProfile(name);
        foreach (string cell in cells)
            profile.Add(cell);
        return profile.Infer();
    }
}
