using Coppice.Server.Deployments;
using Coppice.Server.Statistics.Experiments;
using Coppice.Server.Statistics.Samples;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Ramps;

/// <summary>What is known of a ramp when it is looked at.</summary>
public sealed record RampFacts
{
    public required Ramp Ramp { get; init; }

    /// <summary>Its steps so far, oldest first.</summary>
    public required IReadOnlyList<RampStep> Steps { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required PredictionKind Predicts { get; init; }

    /// <summary>Questions that the challenger answered, or failed to, since this process began.</summary>
    public long Answered { get; init; }

    /// <summary>Of those, what it broke off at.</summary>
    public long Failed { get; init; }

    /// <summary>Of those, where its score was no number.</summary>
    public long Unusable { get; init; }

    /// <summary>Customers answered in each step so far, by the champion and by the challenger.</summary>
    public IReadOnlyList<StepCustomers> Customers { get; init; } = [];

    /// <summary>The largest evidence so far, as a logarithm, that customers are not divided as the shares say.</summary>
    public double UnevenEvidence { get; init; }

    /// <summary>Looks running in which the challenger was slow, and how slow.</summary>
    public SlowLooks Slow { get; init; } = new(0, default, default);

    /// <summary>How far the challenger's scores have moved from what it would have said to those who asked before the ramp; null while too few are there.</summary>
    public PopulationStability? ChallengerScores { get; init; }

    /// <summary>The same of the champion, over the same time: where both have moved, the customers have.</summary>
    public PopulationStability? ChampionScores { get; init; }

    /// <summary>Mean loss of the challenger's matured answers less that of the champion's; null while too few have matured.</summary>
    public ConfidenceSequence? Losses { get; init; }

    public RampStep Step => Steps[^1];
}

/// <summary>Customers answered in a step by either version; the share is the challenger's, in hundredths of a per cent.</summary>
public sealed record StepCustomers(long Share, long Champion, long Challenger)
{
    public long Both => Champion + Challenger;
}

/// <summary>Looks running in which the slowest hundredth of the challenger's answers took too long beside the champion's to the same questions.</summary>
public sealed record SlowLooks(int Count, TimeSpan Champion, TimeSpan Challenger);
