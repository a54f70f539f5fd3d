using System.Globalization;
using Coppice.Server.Files.Cells;

namespace Coppice.Server.Tests.Files.Cells;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData(" -0.5 ", -0.5)]
    [InlineData("+.5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("1e-3", 0.001)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("-1,234.50", -1234.5)]
    [InlineData("123456789012345678", 123456789012345678)]
    public void Numbers_are_read_as_written(string text, double expected)
    {
        Assert.True(NumberText.TryParse(text, out double number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1,234")]
    [InlineData("1,5")]
    [InlineData("1,23,456.0")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("1.2.3")]
    [InlineData("12a")]
    public void What_is_no_number_or_could_be_two_is_not_read(string text) => Assert.False(NumberText.TryParse(text, out _));

    [Fact]
    public void The_fast_path_gives_the_bits_of_the_framework()
    {
        var random = new Coppice.Server.Statistics.SplitMix64(3);
        for (int i = 0; i < 100_000; i++)
        {
            string digits = random.NextBelow(1_000_000_000_000_000).ToString(CultureInfo.InvariantCulture);
            string text = digits.Insert((int)random.NextBelow(digits.Length + 1), ".");
            Assert.True(NumberText.TryParse(text, out double number));
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), number);
        }
    }
}
