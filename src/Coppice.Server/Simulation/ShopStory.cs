using Coppice.Client;
using Coppice.Server.Drift;
using Coppice.Server.Training;

namespace Coppice.Server.Simulation;

/// <summary>What happens to the shop, and what Coppice does, in sentences.</summary>
internal sealed class ShopStory(ShopOptions options)
{
    /// <summary>What begins or ends on a day; null on the others.</summary>
    public string? On(int day)
    {
        if (day == options.ShockStart)
            return "prices go up: who buys is no longer who bought";
        if (day == options.ShockStart + options.ShockDays)
            return "prices come back down";
        if (day == options.OutageStart)
            return "the outcome feed fails: purchases are no longer reported";
        return day == options.OutageStart + options.OutageDays ? "the outcome feed is back and delivers what it owed" : null;
    }

    public static string Tell(string model, Run run, RunResult? result) => result is null
        ? run.State == RunStates.Skipped ? run.Error! : $"{model}: {run.Error}"
        : $"{model} {result.Version} ({run.Strategy}) {result.Decision}: {result.Sentence}";

    public static string Tell(string model, DriftView view) => view.Verdict == DriftVerdicts.Drifted
        ? $"{model}: {view.View} have drifted since {view.Since:d MMM}: {view.Sentence}"
        : $"{model}: drift of {view.View} is over: {view.Sentence}";
}
