using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Workspaces;

public sealed class CadenceTests
{
    [Fact]
    public void Months_are_reckoned_from_the_start()
    {
        var start = new DateTime(2025, 1, 31, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(new DateTime(2025, 2, 28, 0, 0, 0, DateTimeKind.Utc), Cadence.Month.Step(start, 1));
        Assert.Equal(new DateTime(2025, 3, 31, 0, 0, 0, DateTimeKind.Utc), Cadence.Month.Step(start, 2));
        Assert.Equal(start.AddDays(14), Cadence.Of(TimeSpan.FromDays(7)).Step(start, 2));
    }
}
