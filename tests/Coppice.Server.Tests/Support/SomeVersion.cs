using System.Text.Json;
using Coppice.Client;
using Coppice.Forests;
using Coppice.Server.Deployments;
using Coppice.Server.Features;
using Coppice.Server.Learners;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Support;

/// <summary>A champion without a fit behind it, for what only needs somebody to answer: it says the same amount to everybody, from one number.</summary>
internal static class SomeVersion
{
    public static void Promote(Workspace workspace, string input, double amount) => workspace.Database.Write(session =>
    {
        var table = new InputTable(20);
        for (int row = 0; row < table.Rows; row++)
            table[input].SetNumber(row, row);
        var artifacts = workspace.Get<ArtifactStore>();
        var forest = new ForestBuilder { FeatureCount = 1, Objective = "reg:tweedie", BaseScore = (float)amount };
        forest.AddConstant(0, 1);
        string model = artifacts.Save(session, forest.Save());
        string nothing = artifacts.Save(session, Lineage.Empty.Save());
        long modelId = workspace.Get<ModelStore>().Number(session, workspace.Model.Name);
        long version = workspace.Get<VersionStore>().Add(session, new ModelVersion
        {
            ModelId = modelId,
            Major = 1,
            Minor = 0,
            ParentId = null,
            RunId = workspace.Get<RunStore>().Start(session, new Run { ModelId = modelId, Strategy = Strategies.Full, Trigger = "manual", Actor = "test", State = RunStates.Done, StartedAt = Workspace.Day(0) }),
            TrainingSetId = workspace.Get<TrainingSetStore>().Add(session, new TrainingSet(modelId, 0, 0, 0, 0, nothing, nothing)),
            Learner = "elite",
            Strategy = Strategies.Full,
            CreatedAt = Workspace.Day(0),
            Watermark = 0,
            LineageHash = nothing,
            StructuralRows = 0,
            Seconds = 0,
            Trees = 1,
            PipelineHash = artifacts.Save(session, FeaturePipeline.Fit(table, InputPlan.Nothing, new FeatureOptions()).Save()),
            ModelHash = model,
            CoreHash = model,
            Calibration = JsonSerializer.Serialize(Calibration.None(MarginLink.Log), CoppiceJson.Options),
            Prior = amount,
            Record = JsonSerializer.Serialize(new VersionRecord(new Dictionary<string, string>(), "none", 0, [], [], [], []), CoppiceJson.Options),
        });
        workspace.Get<DeploymentStore>().Append(session, new Deployment { ModelId = modelId, Kind = DeploymentKinds.Promotion, FromId = null, ToId = version, Superior = 1, Actor = "test", Reason = "first", At = Workspace.Day(0) });
    });
}
