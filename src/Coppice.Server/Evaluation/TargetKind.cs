namespace Coppice.Server.Evaluation;

/// <summary>What a model predicts: the probability that something happens, or an amount.</summary>
public enum TargetKind
{
    Probability,
    Amount,
}
