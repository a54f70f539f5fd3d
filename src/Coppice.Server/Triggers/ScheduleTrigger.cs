using Coppice.Server.Schedules;
using Coppice.Server.Training;

namespace Coppice.Server.Triggers;

/// <summary>It is a time that the definition file names, or was one while nobody served.</summary>
public sealed class ScheduleTrigger : ITrigger
{
    /// <summary>A full retrain makes an update needless, so it goes first.</summary>
    private static readonly string[] InOrder = [ScheduleNames.Full, ScheduleNames.Incremental, ScheduleNames.Compare];

    public string Name => TriggerNames.Schedule;

    public TriggerAnswer Ask(TriggerFacts facts)
    {
        var known = facts.Schedules.Where(s => InOrder.Contains(s.Name)).ToList();
        if (known.Count == 0)
            return TriggerAnswer.Off;
        foreach (string name in InOrder)
        {
            if (known.Find(s => s.Name == name && s.NextDue <= facts.Now) is { } schedule)
                return Due(facts, schedule);
        }

        return new TriggerAnswer(TriggerState.Waiting, $"{known[0].Name} on {known[0].NextDue:yyyy-MM-dd HH:mm} UTC");
    }

    /// <summary>The schedules that a run of a strategy takes care of.</summary>
    public static IEnumerable<Schedule> Served(IEnumerable<Schedule> schedules, string strategy, DateTimeOffset now) =>
        schedules.Where(s => s.NextDue <= now && (s.Name == strategy || (strategy == Strategies.Full && s.Name == ScheduleNames.Incremental)));

    private static TriggerAnswer Due(TriggerFacts facts, Schedule schedule)
    {
        bool learns = schedule.Name != ScheduleNames.Compare;
        var state = learns && (facts.LabelsSinceLastRun == 0 || facts.HasToPause) ? TriggerState.Passed : TriggerState.Due;
        string sentence = $"{schedule.Name} was due on {schedule.NextDue:yyyy-MM-dd HH:mm} UTC";
        return new TriggerAnswer(state, state == TriggerState.Passed ? $"{sentence}; no new label to learn from" : sentence) { Strategy = schedule.Name };
    }
}
