using Coppice.Cli.Terminal;

namespace Coppice.EndToEnd.Tests.Terminal;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(.8421, 3, ".842")]
    [InlineData(.43118, 4, ".4312")]
    [InlineData(-.0123, 3, "-.012")]
    [InlineData(-.0001, 3, ".000")]
    [InlineData(.9999, 3, "1.000")]
    [InlineData(12.345, 3, "12.3")]
    [InlineData(12345.6, 3, "12,346")]
    [InlineData(double.NaN, 3, "–")]
    public void Metrics_have_a_fixed_number_of_digits_and_no_leading_zero(double value, int digits, string expected) =>
        Assert.Equal(expected, Figures.Metric(value, digits));

    [Theory]
    [InlineData(.04, "40 ms")]
    [InlineData(2.31, "2.3 s")]
    [InlineData(61, "61 s")]
    [InlineData(125, "2 min 5 s")]
    public void Seconds_are_as_exact_as_is_useful(double seconds, string expected) => Assert.Equal(expected, Figures.Seconds(seconds));
}
