namespace Coppice.Server.Workspaces.Writing;

/// <summary>The three models every customer business wants: will they purchase, will they churn, what are they worth.</summary>
public static class StarterDefinition
{
    private const FeatureGroups Inputs = FeatureGroups.Kept;

    public static WorkspaceDefinition Of(string workspace, TimeZoneInfo timeZone) => new()
    {
        Name = workspace,
        TimeZone = timeZone,
        Models =
        [
            Model("purchase", PredictionKind.Probability, new EventWithin(["purchase"], TimeSpan.FromDays(30))),
            Model("churn", PredictionKind.Probability, new NoEventWithin(["purchase", "visit"], TimeSpan.FromDays(90))),
            Model("clv", PredictionKind.Amount, new SumWithin("purchase", TimeSpan.FromDays(365))),
        ],
    };

    private static ModelDefinition Model(string name, PredictionKind predicts, LabelPolicy label) =>
        new() { Name = name, Predicts = predicts, Label = label, Features = Inputs, Lag = ModelDefinition.EventLag };
}
