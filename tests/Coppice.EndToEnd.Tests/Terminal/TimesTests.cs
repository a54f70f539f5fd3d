using Coppice.Cli.Terminal;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Terminal;

public sealed class TimesTests
{
    [Theory]
    [InlineData(-10, "just now")]
    [InlineData(10, "in a moment")]
    [InlineData(-240, "4 min ago")]
    [InlineData(-7200, "2 h ago")]
    [InlineData(1800, "in 30 min")]
    [InlineData(-86_400, "12 Nov 06:00")]
    [InlineData(-86_400 * 400, "09 Oct 2025")]
    public void Times_are_relative_within_a_day_else_dated(int seconds, string expected) =>
        Assert.Equal(expected, Times.Moment(Some.Now.AddSeconds(seconds), Some.Now));
}
