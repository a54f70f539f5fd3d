namespace Coppice.Client;

/// <summary>What Coppice does by itself.</summary>
/// <param name="On">Whether it starts runs by itself while a server serves.</param>
/// <param name="Since">When the loop began to turn, or was turned off; null where this process runs none.</param>
/// <param name="Sentence">The same for people.</param>
/// <param name="Error">What last went wrong in the loop itself; null while it turns.</param>
/// <param name="Models">A line per model of the definition file.</param>
public sealed record RetrainingStatus(bool On, DateTimeOffset? Since, string Sentence, string? Error, IReadOnlyList<ModelRetraining> Models);

/// <summary>What a model waits for.</summary>
/// <param name="Model">The model.</param>
/// <param name="State"><c>off</c>, <c>waiting</c>, <c>queued</c>, <c>running</c> or <c>failing</c>.</param>
/// <param name="Sentence">What it waits for, in words and numbers.</param>
/// <param name="Triggers">Every trigger and what it says.</param>
/// <param name="Schedules">When it is due, soonest first.</param>
/// <param name="LastRun">The newest run that has ended.</param>
/// <param name="Running">The run under way.</param>
/// <param name="Progress">How far that is.</param>
public sealed record ModelRetraining(
    string Model,
    string State,
    string Sentence,
    IReadOnlyList<TriggerStatus> Triggers,
    IReadOnlyList<ScheduleStatus> Schedules,
    RunResponse? LastRun,
    RunResponse? Running,
    RunProgress? Progress)
{
    /// <summary>What it costs to wait with a retrain; null where that is not known.</summary>
    public WaitingCost? WaitingCost { get; init; }
}

/// <summary>A trigger and what it says.</summary>
/// <param name="Trigger">Its name: <c>new_labels</c>, <c>interval</c>, <c>performance</c> or <c>schedule</c>.</param>
/// <param name="State"><c>off</c>, <c>waiting</c>, <c>passed</c> or <c>due</c>.</param>
/// <param name="Sentence">What it waits for, or why it is due.</param>
public sealed record TriggerStatus(string Trigger, string State, string Sentence);

/// <summary>When something is due.</summary>
/// <param name="Name"><c>incremental</c>, <c>full</c>, <c>compare</c> or <c>prune</c>.</param>
/// <param name="Cron">The times, as the definition file has them.</param>
/// <param name="TimeZone">The zone they are read in.</param>
/// <param name="LastFired">When it was last done.</param>
/// <param name="NextDue">When it is due.</param>
public sealed record ScheduleStatus(string Name, string Cron, string TimeZone, DateTimeOffset? LastFired, DateTimeOffset NextDue);
