using Coppice.Server.Evaluation;
using Coppice.Server.Evaluation.Estimates;
using Coppice.Server.Labels;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Drift;

/// <summary>Holds what was expected of recorded answers against what came true, a window of matured labels at a time (methods 5.2).</summary>
public sealed class CheckEstimates(Database database, MaturedAnswerStore answers, EstimateStore windows, TimeProvider time)
{
    private const int FewestRows = 200;
    private const int FewestOfAClass = 20;
    private const int MostRows = 5_000;

    /// <summary>The window that was closed; null where too few labels have matured since the last.</summary>
    public Task<EstimateWindow?> RunAsync(ModelDefinition model, long modelId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var window = model.Predicts == PredictionKind.Probability ? database.Read(session => Close(session, modelId)) : null;
        if (window is not null)
            database.Write(session => windows.Add(session, window));
        return Task.FromResult(window);
    }

    private EstimateWindow? Close(Session session, long modelId)
    {
        long after = windows.Latest(session, modelId, 1) is [var last] ? last.LastLabel : 0;
        var matured = answers.After(session, modelId, after, MostRows);
        int positives = matured.Count(answer => answer.Value > 0);
        if (matured.Count < FewestRows || Math.Min(positives, matured.Count - positives) < FewestOfAClass)
            return null;
        double[] scores = [.. matured.Select(answer => answer.Score)];
        var rows = new LabelledRows([.. matured.Select(answer => answer.Value)], [.. Enumerable.Range(0, scores.Length).Select(i => (long)i)]);
        if (ExpectedAuc.Of(scores, scores) is not { } estimated || AucPlacements.Of(rows, scores) is not { } realised)
            return null;
        return new EstimateWindow
        {
            ModelId = modelId,
            ClosedAt = time.GetUtcNow(),
            LastLabel = matured[^1].Label,
            Rows = matured.Count,
            Metric = MetricNames.Auc,
            Estimated = estimated.Value,
            Realised = realised.Auc,
        };
    }
}
