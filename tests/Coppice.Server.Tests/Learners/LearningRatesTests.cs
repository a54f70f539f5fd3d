using Coppice.Server.Learners;

namespace Coppice.Server.Tests.Learners;

public sealed class LearningRatesTests
{
    [Fact]
    public void Core_and_delta_keep_their_own_rates()
    {
        string text = LearningRates.Append(LearningRates.Append(null, 2, 0.1), 1, 0.05);

        Assert.Equal("2*0.1,1*0.05", text);
        Assert.Equal([0.1f, 0.1f, 0.05f], LearningRates.Parse(text, 3));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2*0.1")]
    [InlineData("4*0.1")]
    [InlineData("3*0")]
    [InlineData("3*-0.1")]
    [InlineData("3*NaN")]
    [InlineData("-3*0.1")]
    [InlineData("0.1,0.1,0.1")]
    [InlineData("2000000000*0.1,2000000000*0.1")]
    public void Text_that_does_not_give_every_round_a_rate_is_refused(string? text) =>
        Assert.Throws<InvalidDataException>(() => LearningRates.Parse(text, 3));
}
