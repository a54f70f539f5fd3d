using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Evaluation;

public sealed class MetricDefinitionTests
{
    [Fact]
    public void Better_depends_on_the_metric()
    {
        Assert.True(Find(PredictionKind.Probability, MetricNames.Auc).Compare(0.8, 0.7) > 0);
        Assert.True(Find(PredictionKind.Probability, MetricNames.LogLoss).Compare(0.4, 0.5) > 0);
        Assert.True(Find(PredictionKind.Amount, MetricNames.TotalRatio).Compare(1.05, 0.8) > 0);
        Assert.True(Find(PredictionKind.Probability, MetricNames.SpiegelhalterZ).Compare(0.4, -0.5) > 0);
    }

    [Fact]
    public void An_undefined_value_is_never_the_better_one()
    {
        MetricDefinition loss = Find(PredictionKind.Probability, MetricNames.LogLoss);
        Assert.True(loss.Compare(9, null) > 0);
        Assert.True(loss.Compare(null, 9) < 0);
        Assert.Equal(0, loss.Compare(null, null));
    }

    [Fact]
    public void An_unknown_name_is_not_found() => Assert.Null(MetricDefinition.Find(PredictionKind.Amount, MetricNames.Auc));

    private static MetricDefinition Find(PredictionKind kind, string name) => MetricDefinition.Find(kind, name)!;
}
