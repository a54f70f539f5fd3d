using Coppice.Server.Features;
using Coppice.Server.Labels;
using Coppice.Server.Learners;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Training;

/// <summary>Labels to learn from with their raw inputs, read once; any pipeline makes features of them.</summary>
/// <param name="Labels">In canonical order.</param>
/// <param name="Plan">Which inputs were computed.</param>
/// <param name="Inputs">Row <c>i</c> belongs to <c>Labels[i]</c>.</param>
public sealed record TrainingRows(IReadOnlyList<Label> Labels, InputPlan Plan, InputTable Inputs)
{
    /// <summary>Fits the encoders of a model's recipe to the rows.</summary>
    public FeaturePipeline FitPipeline(ModelDefinition model) => FeaturePipeline.Fit(Inputs, Plan, ModelColumns.Options(model));

    /// <summary>What a learner gets.</summary>
    public TrainingData With(FeaturePipeline pipeline, PredictionKind predicts)
    {
        long[] asOf = [.. Labels.Select(r => r.AsOf)];
        return new TrainingData(
            predicts,
            pipeline.Transform(Inputs, asOf),
            [.. Labels.Select(r => (float)r.Value)],
            RowWeights.Of(Labels),
            [.. Labels.Select(r => r.CustomerId)],
            asOf,
            [.. Labels.Select(r => r.MaturesAt)]);
    }
}
