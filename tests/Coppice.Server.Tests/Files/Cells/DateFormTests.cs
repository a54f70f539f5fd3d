using System.Globalization;
using Coppice.Server.Files.Cells;

namespace Coppice.Server.Tests.Files.Cells;

public sealed class DateFormTests
{
    [Theory]
    [InlineData("yyyy-MM-dd", "2026-01-31", "2026-01-31T00:00:00")]
    [InlineData("yyyy-MM-dd", "2026-01-31T10:20:30.25Z", "2026-01-31T10:20:30.25")]
    [InlineData("yyyy-MM-dd", "2026-01-31 00:30+02:00", "2026-01-30T22:30:00")]
    [InlineData("yyyy-MM-dd", "2026-1-3", "2026-01-03T00:00:00")]
    [InlineData("dd/MM/yyyy", "31/12/2026 23:59", "2026-12-31T23:59:00")]
    [InlineData("MM/dd/yyyy", "12/31/2026", "2026-12-31T00:00:00")]
    [InlineData("yyyyMMdd", "19970101", "1997-01-01T00:00:00")]
    [InlineData("unix seconds", "1767225600", "2026-01-01T00:00:00")]
    [InlineData("unix milliseconds", "1767225600250", "2026-01-01T00:00:00.25")]
    public void A_form_reads_its_own(string pattern, string text, string expected)
    {
        Assert.True(Form(pattern).TryParse(text, out DateTime utc));
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal), utc);
        Assert.Equal(DateTimeKind.Utc, utc.Kind);
    }

    [Theory]
    [InlineData("yyyy-MM-dd", "12/31/2026")]
    [InlineData("yyyy-MM-dd", "2026-02-29")]
    [InlineData("yyyy-MM-dd", "2026-01-31T")]
    [InlineData("yyyy-MM-dd", "2026-01-31T25:00")]
    [InlineData("yyyy-MM-dd", "2026-01-31x")]
    [InlineData("dd/MM/yyyy", "12/31/2026")]
    [InlineData("yyyyMMdd", "19971301")]
    [InlineData("unix seconds", "12")]
    public void And_nothing_else(string pattern, string text) => Assert.False(Form(pattern).TryParse(text, out _));

    [Fact]
    public void A_cell_of_another_form_is_refused_as_a_person_would() =>
        Assert.Equal(
            "\"12/31/2026\" is not a date in the form of the 1,186 rows before it (yyyy-MM-dd)",
            Form("yyyy-MM-dd").Complaint("12/31/2026", 1186));

    private static DateForm Form(string pattern) => DateForm.All.Concat(DateForm.Numeric).Single(form => form.Pattern == pattern);
}
