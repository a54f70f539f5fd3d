using Coppice.Cli.Models;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Models;

public class RampScreenTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Start.AddHours(27);

    private static readonly RampResponse Running = new(
        "purchase", "2.1", "2.0", "running", 0.05, Start, [new RampStepResponse(0.005, Start), new RampStepResponse(0.05, Start.AddHours(24))])
    {
        NextShare = 0.2,
        NextAt = Start.AddHours(48),
        Customers = 1_204,
        CustomersOfChallenger = 58,
        Reason = "the step lasts a day",
    };

    [Fact]
    public void One_under_way_says_how_far_it_is_and_what_comes_next()
    {
        Assert.Equal("purchase: 2.1 is taking over from 2.0 and answers 5 % of the customers since 3 h ago", RampScreen.Line(Running, Now));
        Assert.Equal("20 % of the customers, in 21 h at the earliest; the step lasts a day", RampScreen.Next(Running, Now));
        Assert.StartsWith("everybody, in 21 h", RampScreen.Next(Running with { NextShare = 1 }, Now), StringComparison.Ordinal);
        Assert.Equal("nothing until somebody has looked (COP-RAMP-005): too many", RampScreen.Next(Running with { Holds = "too many", Code = "COP-RAMP-005" }, Now));
    }

    [Fact]
    public void One_that_is_over_says_how_it_ended()
    {
        var over = Running with { EndedAt = Start.AddHours(26), EndedBy = "coppice", Code = "COP-RAMP-006", Reason = "its answers are worse" };

        Assert.Equal("purchase: 2.1 was stopped at 5 % of the customers, 1 h ago, by coppice (COP-RAMP-006): its answers are worse", RampScreen.Line(over with { State = "stopped" }, Now));
        Assert.Equal("purchase: 2.1 took over from 2.0 in 2 steps and is champion since 1 h ago", RampScreen.Line(over with { State = "done" }, Now));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void Small_shares_keep_their_digits(int width)
    {
        string text = TestScreen.Render(width, screen => RampScreen.Write(screen, Running));

        Assert.Contains("0.5 %", text, StringComparison.Ordinal);
        Assert.Contains("1,204 customers answered in this step, 58 of them by 2.1", text, StringComparison.Ordinal);
    }
}
