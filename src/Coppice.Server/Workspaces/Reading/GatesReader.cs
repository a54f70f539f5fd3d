namespace Coppice.Server.Workspaces.Reading;

internal static class GatesReader
{
    private static readonly Dictionary<string, GatePreset> Presets = new()
    {
        ["strict"] = GatePreset.Strict,
        ["balanced"] = GatePreset.Balanced,
        ["eager"] = GatePreset.Eager,
    };

    private static readonly Dictionary<string, EvidenceRule> Decisions = new()
    {
        ["interval"] = EvidenceRule.Interval,
        ["point"] = EvidenceRule.PointEstimate,
    };

    public static GateSettings Read(Section section)
    {
        GateSettings preset = GateSettings.Of(section.Choice("preset", GatePreset.Strict, Presets));
        var gates = preset with
        {
            Evidence = section.Choice("decision", preset.Evidence, Decisions),
            MinPositives = section.Integer("min_positives", preset.MinPositives, 1, 1_000_000),
            MinNegatives = section.Integer("min_negatives", preset.MinNegatives, 1, 1_000_000),
            MinRows = section.Integer("min_rows", preset.MinRows, 1, 1_000_000),
            MinAccuracy = section.Number("min_accuracy", preset.MinAccuracy, 0, 1),
            MaxDrop = section.Number("max_drop", preset.MaxDrop, 0, 1),
            MaxSegmentDrop = section.Number("max_segment_drop", preset.MaxSegmentDrop, 0, 100),
            MaxPredictionDrift = section.Number("max_prediction_drift", preset.MaxPredictionDrift, 0, 1),
            MaxCrossing = section.Number("max_crossing", preset.MaxCrossing, 0, 1),
            MaxTopChange = section.Number("max_top_change", preset.MaxTopChange, 0, 1),
            MaxSize = section.Size("max_size", preset.MaxSize),
            MaxLatency = section.Latency("max_latency", preset.MaxLatency),
            MaxForgotten = section.Number("max_forgotten", preset.MaxForgotten, 0, 100),
            Reserve = section.Number("reserve", preset.Reserve, 0, 0.5),
            MinImprovement = section.Number("min_improvement", preset.MinImprovement, 0, 1),
            Margin = section.Number("margin", preset.Margin, 0, 1),
            AucMargin = section.Number("auc_margin", preset.AucMargin, 0, 1),
            Significance = section.Number("significance", preset.Significance, 0.0001, 0.5),
            Approvals = section.Integer("approvals", preset.Approvals, 1, 2),
            MaxAge = section.Duration("max_age", preset.MaxAge, TimeSpan.FromDays(1)) ?? preset.MaxAge,
        };
        section.ReportUnknownKeys();
        return gates;
    }
}
