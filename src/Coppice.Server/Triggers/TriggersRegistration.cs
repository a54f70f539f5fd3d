using Coppice.Server.Triggers.Repairs;

namespace Coppice.Server.Triggers;

/// <summary>What has changed, and what to do about it.</summary>
public static class TriggersRegistration
{
    public static void AddTriggers(this IServiceCollection services) => services
        .AddSingleton<StandingReader>()
        .AddSingleton<RecordDecision>()
        .AddSingleton<ChallengerRun>()
        .AddSingleton<ComparisonRun>()
        .AddSingleton<TuningRun>()
        .AddSingleton<RepairRun>()
        .AddSingleton<RepairStanding>()
        .AddSingleton<RunMetrics>()
        .AddSingleton<RetrainModel>()
        .AddSingleton<RecentLabels>()
        .AddSingleton<WatchChampion>()
        .AddSingleton<ChampionWatch>()
        .AddSingleton<TriggerFactsReader>()
        .AddSingleton<ITrigger, ScheduleTrigger>()
        .AddSingleton<ITrigger, PerformanceTrigger>()
        .AddSingleton<ITrigger, DriftTrigger>()
        .AddSingleton<ITrigger, NewLabelsTrigger>()
        .AddSingleton<ITrigger, IntervalTrigger>()
        .AddSingleton<RetrainingSwitch>()
        .AddSingleton<LoopHealth>()
        .AddSingleton<RetrainingLoop>()
        .AddSingleton<WaitingPrice>()
        .AddSingleton<RetrainingReport>();

    /// <summary>Lets the loop turn for as long as the server serves.</summary>
    public static void AddRetrainingHost(this IServiceCollection services) => services.AddHostedService<RetrainingHost>();

    public static void MapTriggers(this WebApplication app)
    {
        RunsEndpoints.Map(app);
        TuningEndpoints.Map(app);
        RetrainingEndpoints.Map(app);
    }
}
