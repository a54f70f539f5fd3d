using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Support;

/// <summary>One model of each kind.</summary>
internal static class SomeModel
{
    public static ModelDefinition Purchase { get; } = Windowed("purchase", PredictionKind.Probability, new EventWithin(["purchase"], TimeSpan.FromDays(30)));

    public static ModelDefinition Churn { get; } = Windowed("churn", PredictionKind.Probability, new NoEventWithin(["purchase", "visit"], TimeSpan.FromDays(30)));

    public static ModelDefinition Worth { get; } = Windowed("clv", PredictionKind.Amount, new SumWithin("purchase", TimeSpan.FromDays(30)));

    /// <summary>Learns from the column <c>left</c> of rows with <c>customer</c> and <c>date</c>.</summary>
    public static ModelDefinition Left { get; } = new()
    {
        Name = "left",
        Predicts = PredictionKind.Probability,
        Label = new ColumnLabel("left", "Yes"),
        Features = FeatureGroups.Columns,
        Lag = TimeSpan.Zero,
        Columns = new LabelledColumns("customer", "date"),
    };

    private static ModelDefinition Windowed(string name, PredictionKind predicts, LabelPolicy label) => new()
    {
        Name = name,
        Predicts = predicts,
        Label = label,
        Features = FeatureGroups.Behaviour,
        Lag = ModelDefinition.EventLag,
        Backfill = new BackfillOptions { Every = Cadence.Of(TimeSpan.FromDays(7)) },
    };
}
