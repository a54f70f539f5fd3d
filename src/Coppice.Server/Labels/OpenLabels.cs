using Coppice.Server.Predictions;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Labels;

/// <summary>Predictions whose truth is still to come. They have no label yet; how many there are is asked of the predictions.</summary>
public sealed class OpenLabels(PredictionStore predictions, LabelStore labels, LabelProgressStore progresses)
{
    public long Count(Session session, ModelDefinition model, long modelId) => model.Label is ColumnLabel
        ? predictions.CountAfter(session, modelId, 0) - labels.CountLogged(session, modelId)
        : predictions.CountAfter(session, modelId, Closed(session, modelId));

    /// <summary>When the <paramref name="count"/>-th open label will mature; null where fewer are open, or where truth is reported whenever somebody reports it.</summary>
    public long? MaturityOf(Session session, ModelDefinition model, long modelId, long count) =>
        model.Label is not ColumnLabel && predictions.TimeOf(session, modelId, Closed(session, modelId), count) is { } asked
            ? asked + LabelSweep.WindowAndLag(model)
            : null;

    /// <summary>What a version answered, of the newest predictions of a model those whose truth is still to come.</summary>
    public double[] NewestScores(Session session, ModelDefinition model, long modelId, long versionId, int most) =>
        predictions.NewestScores(session, modelId, versionId, model.Label is ColumnLabel ? 0 : Closed(session, modelId), most);

    private long Closed(Session session, long modelId) => progresses.Find(session, modelId)?.LastPrediction ?? 0;
}
