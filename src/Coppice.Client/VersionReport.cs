namespace Coppice.Client;

/// <summary>Everything that speaks for and against one version, in one piece: what <c>coppice report</c> writes.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="WrittenAt">When this was put together, by the workspace's clock.</param>
/// <param name="Card">What the model is for and how truth is found.</param>
/// <param name="Version">The version as the list of versions has it.</param>
/// <param name="Training">What it learnt from.</param>
/// <param name="Labels">Labels of the model by source: how many have matured, how many are to come.</param>
/// <param name="Judgement">How it was judged; null where it never was.</param>
/// <param name="Answers">What came of its own answers week by week, oldest first; empty where it has not answered or none has come true.</param>
/// <param name="Performance">What came of all the model's answers over time, whoever gave them.</param>
/// <param name="Drift">What is different from what it has learnt; null where another version answers.</param>
/// <param name="Deployments">Changes of champion to it or away from it, oldest first.</param>
/// <param name="Audit">Where the audit stood, and what it says of this version.</param>
public sealed record VersionReport(
    string Workspace,
    DateTimeOffset WrittenAt,
    ModelCard Card,
    VersionResponse Version,
    TrainingFacts Training,
    IReadOnlyList<LabelStats> Labels,
    JudgementFigures? Judgement,
    IReadOnlyList<PerformancePoint> Answers,
    PerformanceResponse Performance,
    DriftResponse? Drift,
    IReadOnlyList<DeploymentResponse> Deployments,
    AuditExcerpt Audit)
{
    /// <summary>How far off all the model's amounts were over time, and how far off open ones are expected to be, by <c>mae</c>; null for probabilities.</summary>
    public PerformanceResponse? Errors { get; init; }
}

/// <summary>What a model is for.</summary>
/// <param name="Model">The model.</param>
/// <param name="Predicts"><c>probability</c> or <c>amount</c>.</param>
/// <param name="Label">What counts as true, in words.</param>
/// <param name="WindowDays">How long after the question truth is open.</param>
/// <param name="LagDays">How long after that a label is waited for.</param>
/// <param name="Inputs">Where inputs come from, in words.</param>
/// <param name="Headline">The metric shown first, by its stable name.</param>
public sealed record ModelCard(string Model, string Predicts, string Label, double WindowDays, double LagDays, IReadOnlyList<string> Inputs, string Headline);
