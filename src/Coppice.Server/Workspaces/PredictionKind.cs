namespace Coppice.Server.Workspaces;

public enum PredictionKind
{
    Probability,
    Amount,
}
