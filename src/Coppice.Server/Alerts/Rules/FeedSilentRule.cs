using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts.Rules;

/// <summary>Nothing has arrived in a feed for longer than its own usual gaps.</summary>
public sealed class FeedSilentRule(string code, string feed) : IWorkspaceRule
{
    public string Code => code;

    public AlertReading Look(WorkspaceFacts facts)
    {
        if (facts.Feeds.GetValueOrDefault(feed) is not { Patience: { } patience } history)
            return AlertReading.Unknown;
        if (history.Silence <= patience)
            return AlertReading.Fine;
        return AlertReading.Of(new AlertFinding(
            history.Silence > patience * 3 ? AlertSeverity.Critical : AlertSeverity.Warning,
            $"No {feed} have arrived since {history.LastArrival:yyyy-MM-dd HH:mm} UTC; the longest usual gap is {Words(history.Gaps.DefaultIfEmpty(0).Max())}.",
            history.LastArrival,
            feed == FeedNames.Events
                ? "Customers look as if they did nothing: inputs are stale, and windows close without the events that would have made a label."
                : "Labels that wait for outcomes do not come, or say \"nothing happened\" where nobody reported.",
            $"Look at whatever sends {feed}. coppice stats says what has been recorded.",
            "/v1/stats",
            history.Silence > patience * 3 ? $"{history.Newest} still" : $"{history.Newest}"));
    }

    private static string Words(double seconds) => TimeSpan.FromSeconds(seconds) switch
    {
        { TotalDays: >= 2 } gap => $"{gap.TotalDays:0.#} days",
        { TotalHours: >= 2 } gap => $"{gap.TotalHours:0} hours",
        var gap => $"{Math.Max(1, gap.TotalMinutes):0} minutes",
    };
}
