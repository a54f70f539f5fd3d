using Coppice.Client;
using Coppice.Server.Deployments;
using Coppice.Server.Training;
using Coppice.Server.Triggers;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts;

/// <summary>What rules are told about a model.</summary>
public sealed record ModelFacts
{
    public required ModelDefinition Model { get; init; }

    /// <summary>The workspace's time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Runs that learnt or tried to, newest first; comparisons are not among them.</summary>
    public IReadOnlyList<Run> Runs { get; init; } = [];

    /// <summary>Decisions, newest first.</summary>
    public IReadOnlyList<DecisionFact> Decisions { get; init; } = [];

    /// <summary>The last change of champion; null before the first promotion.</summary>
    public Deployment? Line { get; init; }

    /// <summary>The newest version that took over step by step, or still does; null before the first.</summary>
    public RampResponse? Ramp { get; init; }

    /// <summary>The champion's number.</summary>
    public string? Champion { get; init; }

    /// <summary>Champions before it that a rollback could return to.</summary>
    public int Earlier { get; init; }

    /// <summary>What the champion achieved; null where nobody has measured it since this process began.</summary>
    public ChampionMeasure? Measure { get; init; }

    /// <summary>Loss against the promise that is allowed.</summary>
    public double AllowedDrop { get; init; } = 0.05;

    /// <summary>Views that have drifted.</summary>
    public IReadOnlyList<DriftView> Drifted { get; init; } = [];

    public LoopStanding Loop { get; init; } = new(null, null);

    /// <summary>Marks of the model's open alerts, by code.</summary>
    public IReadOnlyDictionary<string, string> Open { get; init; } = new Dictionary<string, string>();
}

/// <summary>A decision without its report.</summary>
public sealed record DecisionFact(long Id, DateTimeOffset DecidedAt, string Decision, string Code);

/// <summary>How the loop is doing with something: what went wrong, and when it last went well in this process.</summary>
public sealed record LoopStanding(LoopTrouble? Trouble, DateTimeOffset? LastSuccess);
