using Coppice.Server.Features;
using Coppice.Server.Labels;
using Coppice.Server.Outcomes;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Training;

/// <summary>
/// Inputs of labelled examples: those a prediction was made from exactly as the model saw them, but for what a version's own fit made of them; those
/// of past cut-offs computed from what was known then, those of uploaded rows as uploaded.
/// </summary>
public sealed class ExampleInputs(InputReader inputs, PredictionStore predictions, ExampleStore examples)
{
    /// <summary>Recorded rows read together: enough to be cheap, few enough not to hold all of them as text.</summary>
    private const int Together = 4_096;

    /// <summary>Row <c>i</c> belongs to <c>labels[i]</c>; labels are in canonical order.</summary>
    public InputTable Read(Session session, ModelDefinition model, InputPlan plan, IReadOnlyList<Label> labels)
    {
        var table = new InputTable(labels.Count);
        int[] computed = [.. Enumerable.Range(0, labels.Count).Where(i => labels[i].Source != LabelSource.Logged)];
        if ((model.Features & FeatureGroups.Kept) != FeatureGroups.None && computed.Length > 0)
        {
            var keys = computed.Select(i => new ExampleKey(labels[i].CustomerId, labels[i].AsOf)).ToList();
            var read = inputs.Read(session, model.Features, plan, keys);
            if (computed.Length == labels.Count)
                table = read;
            else
                table.CopyFrom(read, computed);
        }

        for (int from = 0; from < labels.Count; from += Together)
            SetRecorded(session, table, labels, from, Math.Min(from + Together, labels.Count));
        SetFitted(session, table, plan, labels);
        return table;
    }

    /// <summary>What was recorded came from the fit of the version that answered; this plan's own takes its place.</summary>
    private void SetFitted(Session session, InputTable table, InputPlan plan, IReadOnlyList<Label> labels)
    {
        int[] logged = [.. Enumerable.Range(0, labels.Count).Where(i => labels[i].Source == LabelSource.Logged)];
        foreach (var column in table.Columns.Where(c => BehaviourPlan.IsFitted(c.Name)))
        {
            foreach (int row in logged)
                column.SetNumber(row, float.NaN);
        }

        if (logged.Length > 0 && !plan.Behaviour.Fitted.IsEmpty)
            table.CopyFrom(inputs.ReadFitted(session, plan, [.. logged.Select(i => new ExampleKey(labels[i].CustomerId, labels[i].AsOf))]), logged);
    }

    private void SetRecorded(Session session, InputTable table, IReadOnlyList<Label> labels, int from, int until)
    {
        var uploaded = new HashSet<long>();
        var logged = new List<int>();
        for (int i = from; i < until; i++)
        {
            if (labels[i].Source == LabelSource.Upload)
                uploaded.Add(labels[i].SourceId);
            else if (labels[i].Source == LabelSource.Logged)
                logged.Add(i);
        }

        var answered = predictions.Inputs(session, logged.ConvertAll(i => labels[i].SourceId));
        for (int i = 0; i < logged.Count; i++)
            table.SetFromJson(logged[i], answered[i]);
        var rows = examples.Inputs(session, uploaded);
        for (int i = from; i < until; i++)
        {
            if (labels[i].Source == LabelSource.Upload)
                table.SetFromJson(i, rows[labels[i].SourceId]);
        }
    }
}
