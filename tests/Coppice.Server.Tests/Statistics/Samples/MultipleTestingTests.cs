using Coppice.Server.Statistics.Samples;

namespace Coppice.Server.Tests.Statistics.Samples;

public sealed class MultipleTestingTests
{
    [Fact]
    public void Holm_multiplies_the_smallest_by_the_number_of_tests_and_the_others_by_what_is_left()
    {
        // By hand: 4 × .005, 3 × .01, 2 × .03, and .04 may not fall below the one before.
        double[] adjusted = MultipleTesting.Holm([.01, .04, .03, .005]);

        double[] expected = [.03, .06, .06, .02];
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], adjusted[i], 12);
        Assert.Equal([1.0, 1.0], MultipleTesting.Holm([.9, .6]));
        Assert.Empty(MultipleTesting.Holm([]));
    }
}
