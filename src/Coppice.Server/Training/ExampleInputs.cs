using Coppice.Server.Features;
using Coppice.Server.Labels;
using Coppice.Server.Outcomes;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Training;

/// <summary>
/// Inputs of labelled examples: those a prediction was made from exactly as the model saw them, those of past cut-offs computed
/// from what was known then, those of uploaded rows as uploaded.
/// </summary>
public sealed class ExampleInputs(InputReader inputs, PredictionStore predictions, ExampleStore examples)
{
    /// <summary>Row <c>i</c> belongs to <c>labels[i]</c>; labels are in canonical order.</summary>
    public InputTable Read(Session session, ModelDefinition model, BehaviourPlan plan, IReadOnlyList<Label> labels)
    {
        var table = new InputTable(labels.Count);
        int[] computed = [.. Enumerable.Range(0, labels.Count).Where(i => labels[i].Source != LabelSource.Logged)];
        if ((model.Features & (FeatureGroups.Behaviour | FeatureGroups.Profile)) != FeatureGroups.None && computed.Length > 0)
        {
            var keys = computed.Select(i => new ExampleKey(labels[i].CustomerId, labels[i].AsOf)).ToList();
            var read = inputs.Read(session, model.Features, plan, keys);
            if (computed.Length == labels.Count)
                table = read;
            else
                table.CopyFrom(read, computed);
        }

        for (int i = 0; i < labels.Count; i++)
        {
            if (labels[i].Source == LabelSource.Logged)
                table.SetFromJson(i, predictions.Inputs(session, labels[i].SourceId));
            else if (labels[i].Source == LabelSource.Upload)
                table.SetFromJson(i, examples.Inputs(session, labels[i].SourceId));
        }

        return table;
    }
}
