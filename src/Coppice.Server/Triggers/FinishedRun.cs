using Coppice.Client;
using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

/// <summary>A run that has come to its decision, not yet written.</summary>
public sealed record FinishedRun(
    Run Run,
    LiveRun Live,
    ModelDefinition Model,
    TrainedModel Trained,
    LoadedVersion Challenger,
    Standing Standing,
    IReadOnlyList<Label> Block,
    Judgement Judgement,
    GateOptions Options,
    (IReadOnlyList<StepSeconds> Steps, double Seconds) Clock)
{
    /// <summary>What a repair tried, the cheapest first; null in other runs.</summary>
    public IReadOnlyList<RungResult>? Repair { get; init; }
}
