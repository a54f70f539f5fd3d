namespace Coppice.Client;

/// <summary>How one way of updating did over the whole stream after the first rows.</summary>
/// <param name="Arm">Its name.</param>
/// <param name="Rows">Rows scored before they were learnt.</param>
/// <param name="LogLoss">Mean log-loss over them (for an amount: Tweedie deviance).</param>
/// <param name="Auc">Ranking over them.</param>
/// <param name="Accuracy">Share right at 0.5.</param>
/// <param name="UpdateSecondsMedian">Seconds per update, median.</param>
/// <param name="UpdateSecondsMost">Seconds of the slowest update.</param>
/// <param name="TreesAtEnd">Trees in the model at the end.</param>
/// <param name="Batches">The same batch by batch, in the order of the stream.</param>
public sealed record ArmResult(
    string Arm,
    long Rows,
    double LogLoss,
    double? Auc,
    double? Accuracy,
    double UpdateSecondsMedian,
    double UpdateSecondsMost,
    int TreesAtEnd,
    IReadOnlyList<BatchResult> Batches);

/// <summary>How one batch of a stream was answered before it was learnt.</summary>
/// <param name="Rows">Rows in it.</param>
/// <param name="Label">Their mean label.</param>
/// <param name="Score">Their mean answer.</param>
/// <param name="LogLoss">Their mean log-loss (for an amount: Tweedie deviance).</param>
public sealed record BatchResult(int Rows, double Label, double Score, double LogLoss);
