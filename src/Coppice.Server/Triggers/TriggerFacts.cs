using Coppice.Client;
using Coppice.Server.Schedules;
using Coppice.Server.Training;
using Coppice.Server.Triggers.Repairs;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

/// <summary>What triggers are told about a model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">What the definition file says about triggers.</param>
/// <param name="Now">The workspace's time.</param>
/// <param name="ChampionSince">When the champion was promoted; null before the first.</param>
/// <param name="NewLabels">Fresh labels matured since a run last came to a decision.</param>
/// <param name="LabelsSinceLastRun">Those matured since the last run of any end.</param>
/// <param name="LastRun">The last run that learnt, or failed to.</param>
/// <param name="Schedules">When the model is due, soonest first.</param>
/// <param name="Champion">What the champion has achieved against its promise; null where nobody has measured it.</param>
public sealed record TriggerFacts(
    ModelDefinition Model,
    TriggerOptions Options,
    DateTimeOffset Now,
    DateTimeOffset? ChampionSince,
    long NewLabels,
    long LabelsSinceLastRun,
    Run? LastRun,
    IReadOnlyList<Schedule> Schedules,
    ChampionMeasure? Champion)
{
    /// <summary>The views that have drifted.</summary>
    public IReadOnlyList<DriftView> Drifted { get; init; } = [];

    /// <summary>When the last full retrain, or repair, of any end was; null before the first.</summary>
    public DateTimeOffset? LastFull { get; init; }

    /// <summary>How that was decided; null where it came to no decision.</summary>
    public PastRepair? LastRepair { get; init; }

    /// <summary>Labels that could judge a challenger now.</summary>
    public long FreshLabels { get; init; }

    /// <summary>Why they are too few for any decision, in words; null where they are enough.</summary>
    public string? Missing { get; init; }

    /// <summary>Whether a model that got worse is repaired rather than retrained.</summary>
    public bool Repairs { get; init; }

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromHours(1);

    /// <summary>
    /// Whether the last run came to nothing and nothing has changed that could make the next one come to more: a run that lacked labels
    /// waits for labels, any other failure for an hour too.
    /// </summary>
    public bool HasToPause => LastRun is { State: RunStates.Failed or RunStates.Skipped } last
        && LabelsSinceLastRun < (Options.NewLabels ?? 1)
        && (IsLackOfLabels(last.ErrorCode) || Now - last.FinishedAt < PauseAfterFailure);

    private static bool IsLackOfLabels(string? code) => code is TrainingCodes.TooFewLabels or TrainingCodes.OneClass or TrainingCodes.NothingToUpdate;
}
