using Coppice.Server.Alerts.Rules;

namespace Coppice.Server.Alerts;

/// <summary>Whom to tell.</summary>
public static class AlertsRegistration
{
    public static void AddAlerts(this IServiceCollection services) => services
        .AddSingleton<AlertStore>()
        .AddSingleton<AlertFactsStore>()
        .AddSingleton<AlertFactsReader>()
        .AddSingleton<AlertOutbox>()
        .AddSingleton<IModelRule, RunsFailRule>()
        .AddSingleton<IModelRule, RolledBackRule>()
        .AddSingleton<IModelRule, BelowPromiseRule>()
        .AddSingleton<IModelRule, HeldTooLongRule>()
        .AddSingleton<IModelRule, DriftedRule>()
        .AddSingleton<IModelRule, ModelLoopRule>()
        .AddSingleton<IWorkspaceRule>(new FeedSilentRule(AlertCodes.EventsSilent, FeedNames.Events))
        .AddSingleton<IWorkspaceRule>(new FeedSilentRule(AlertCodes.OutcomesSilent, FeedNames.Outcomes))
        .AddSingleton<IWorkspaceRule, ScoringFailsRule>()
        .AddSingleton<IWorkspaceRule, WholeLoopRule>()
        .AddSingleton<IWorkspaceRule, LoopEndedRule>()
        .AddSingleton<RaiseAlerts>()
        .AddSingleton<AlertOverview>()
        .AddSingleton<AcknowledgeAlert>()
        .AddSingleton<SilenceAlert>();

    /// <summary>Looks and sends for as long as the server serves.</summary>
    public static void AddAlertsHost(this IServiceCollection services) => services.AddHostedService<AlertsHost>();

    public static void MapAlerts(this WebApplication app) => AlertsEndpoints.Map(app);
}
