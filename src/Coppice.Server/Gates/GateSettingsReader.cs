using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>Turns the bounds of the definition file into those of the gates.</summary>
public static class GateSettingsReader
{
    /// <summary>The bounds for one model: where it has costs, yes is told from no where they say to act from.</summary>
    public static GateOptions Options(GateSettings settings, ModelDefinition model) =>
        model.Costs is { } costs ? Options(settings) with { Threshold = costs.Threshold } : Options(settings);

    public static GateOptions Options(GateSettings settings) => GateOptions.Presets[settings.Preset.ToString().ToLowerInvariant()] with
    {
        MinPositives = settings.MinPositives,
        MinNegatives = settings.MinNegatives,
        MinAmountRows = settings.MinRows,
        MinAccuracy = settings.MinAccuracy,
        MaxDrop = settings.MaxDrop,
        MaxSegmentDrop = settings.MaxSegmentDrop,
        MaxPredictionDrift = settings.MaxPredictionDrift,
        MaxCrossing = settings.MaxCrossing,
        MaxTopChange = settings.MaxTopChange,
        MaxSize = settings.MaxSize,
        MaxLatency = settings.MaxLatency,
        MaxForgotten = settings.MaxForgotten,
        MinImprovement = settings.MinImprovement,
        NonInferiorityMargin = settings.Margin,
        AucMargin = settings.AucMargin,
        SignificanceLevel = settings.Significance,
        Evidence = settings.Evidence == EvidenceRule.Interval ? Evidence.Interval : Evidence.PointEstimate,
    };
}
