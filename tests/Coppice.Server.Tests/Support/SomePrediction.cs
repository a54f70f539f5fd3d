using Coppice.Server.Customers;
using Coppice.Server.Predictions;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Support;

/// <summary>A recorded answer without a model behind it.</summary>
internal static class SomePrediction
{
    public static void Record(Workspace workspace, string customer, double day, string inputs = "{}", AmountInterval? interval = null, double score = 0.5) => workspace.Database.Write(session =>
    {
        var numbers = workspace.Get<CustomerStore>().Number(session);
        long modelId = workspace.Get<ModelStore>().Number(session, workspace.Model.Name);
        workspace.Get<PredictionStore>().Add(session, [new Prediction($"{customer}@{day}", modelId, 1, numbers[customer], Workspace.At(day), Arms.Champion, score, inputs) { Interval = interval }]);
    });
}
