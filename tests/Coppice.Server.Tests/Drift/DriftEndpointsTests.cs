using Coppice.Client;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Drift;

public sealed class DriftEndpointsTests
{
    [Fact]
    public async Task A_model_tells_what_it_is_waiting_for()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();
        var drift = await workspace.Client.GetDriftAsync("churn", TestContext.Current.CancellationToken);

        Assert.Equal(("churn", "1.0"), (drift.Model, drift.Version));
        Assert.Equal(["inputs", "together", "scores", "labels", "errors"], drift.Views.Select(v => v.View));
        Assert.All(drift.Views, view => Assert.Equal("not_enough_data", view.Verdict));
        // Two models, four views of windows with three fifths of the budget, 13.04 windows a quarter.
        Assert.Equal((1.0, 2, 0), (drift.Budget.FalseAlarms, drift.Budget.Models, drift.Budget.Alarms));
        Assert.Equal(1 / 173.81, drift.Budget.Level, 1e-6);

        var none = await workspace.Client.GetDriftAsync("purchase", TestContext.Current.CancellationToken);
        Assert.Null(none.Version);
        Assert.Equal("purchase has no champion yet that anything could be held against.", none.Sentence);
    }

    [Fact]
    public async Task An_unknown_model_is_named_with_the_nearest()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();
        var refused = await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.GetDriftAsync("chrun", TestContext.Current.CancellationToken));
        Assert.Contains("Did you mean churn?", refused.Message, StringComparison.Ordinal);
    }
}
