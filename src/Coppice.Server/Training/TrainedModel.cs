using Coppice.Server.Features;
using Coppice.Server.Learners;
using Coppice.Server.Models;

namespace Coppice.Server.Training;

/// <summary>What came out of training, not yet stored: a version without a number.</summary>
/// <param name="Fit">What the learner made.</param>
/// <param name="Pipeline">From inputs to features.</param>
/// <param name="PipelineBytes">The same as stored.</param>
/// <param name="Lineage">Rows it or an ancestor has seen.</param>
/// <param name="Watermark">The newest as-of time among them.</param>
/// <param name="Rows">Rows learnt from.</param>
/// <param name="NewRows">How many of them the parent had not seen.</param>
/// <param name="Record">How it was made.</param>
/// <param name="LabelIds">Label numbers in training order.</param>
/// <param name="ContentHash">Of what the learner got.</param>
/// <param name="FirstAsOf">The oldest as-of time among the rows.</param>
/// <param name="Golden">What the library answered on some of the rows.</param>
/// <param name="Baseline">What it must beat beside a constant; null where there is nothing else.</param>
public sealed record TrainedModel(
    FittedModel Fit,
    FeaturePipeline Pipeline,
    byte[] PipelineBytes,
    Lineage Lineage,
    long Watermark,
    long Rows,
    long NewRows,
    VersionRecord Record,
    long[] LabelIds,
    string ContentHash,
    long FirstAsOf,
    GoldenRows Golden,
    RhythmBaseline? Baseline)
{
    /// <summary>What was noticed about the rows.</summary>
    public SetQuality? Quality { get; init; }

    /// <summary>Fitted to the same rows and features to answer first; null where the model asks for none.</summary>
    public TrainedCompanion? Quick { get; init; }
}

/// <summary>A companion, not yet stored.</summary>
public sealed record TrainedCompanion(FittedModel Fit, GoldenRows Golden, VersionRecord Record);
