namespace Coppice.Client;

/// <summary>Asks how a policy, or the ways of updating, would have done on the recorded history.</summary>
/// <param name="From">First day replayed; null takes the day the first model could have been judged.</param>
/// <param name="Until">Last day replayed; null takes the newest.</param>
/// <param name="Every">Days between two looks at the triggers.</param>
/// <param name="Arms">Instead of the policy, compare ways of updating: some of <c>static grow refresh full window</c>, test-then-train in row order.</param>
/// <param name="First">For arms: rows learnt before the first batch.</param>
/// <param name="Batch">For arms: rows per batch.</param>
/// <param name="Window">For arms: rows kept by <c>window</c>.</param>
public sealed record ReplayRequest(
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    int? Every = null,
    IReadOnlyList<string>? Arms = null,
    int? First = null,
    int? Batch = null,
    int? Window = null);

/// <summary>One line of a replay, sent as it happens.</summary>
/// <param name="Kind"><c>progress</c>, <c>decision</c>, <c>arm</c> or <c>end</c>.</param>
/// <param name="Fraction">How much is done, 0 to 1.</param>
/// <param name="At">The replayed time.</param>
/// <param name="Text">A few words for people.</param>
/// <param name="Result">For <c>decision</c>: what the run made and what was decided.</param>
/// <param name="Arm">For <c>arm</c>: how it did.</param>
/// <param name="Summary">For <c>end</c> of a policy replay: what came of the whole.</param>
public sealed record ReplayLine(
    string Kind,
    double Fraction,
    DateTimeOffset? At,
    string Text,
    RunResult? Result = null,
    ArmResult? Arm = null,
    ReplaySummary? Summary = null);

/// <summary>A policy replay as a whole.</summary>
/// <param name="Runs">Runs made.</param>
/// <param name="Promotions">Challengers promoted.</param>
/// <param name="Holds">Decisions put off.</param>
/// <param name="Rejections">Challengers refused.</param>
/// <param name="RollBacks">Champions taken back.</param>
/// <param name="LiveMetric">The metric of what was live, over every label matured after it answered.</param>
/// <param name="NeverUpdatedMetric">The same for the first champion kept for ever.</param>
/// <param name="Metric">Its stable name.</param>
/// <param name="LabelledRows">Rows behind the two.</param>
/// <param name="TrainingSeconds">Seconds spent in runs.</param>
public sealed record ReplaySummary(
    int Runs,
    int Promotions,
    int Holds,
    int Rejections,
    int RollBacks,
    double? LiveMetric,
    double? NeverUpdatedMetric,
    string Metric,
    long LabelledRows,
    double TrainingSeconds);
