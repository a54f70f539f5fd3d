using Coppice.Server.Alerts.Channels;
using Coppice.Server.Alerts.Rules;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts;

/// <summary>Whom to tell.</summary>
public static class AlertsRegistration
{
    /// <summary>Adds rules and the channels that are named.</summary>
    /// <param name="services">Where they go.</param>
    /// <param name="options">Who is told.</param>
    /// <param name="folder">The workspace's, where a path of a file begins.</param>
    public static void AddAlerts(this IServiceCollection services, AlertOptions options, string folder)
    {
        services
            .AddSingleton<AlertStore>()
            .AddSingleton<AlertFactsStore>()
            .AddSingleton<AlertFactsReader>()
            .AddSingleton<AlertOutbox>()
            .AddSingleton<RaiseAlerts>()
            .AddSingleton<AlertOverview>()
            .AddSingleton<ChannelOverview>()
            .AddSingleton<AcknowledgeAlert>()
            .AddSingleton<SilenceAlert>()
            .AddSingleton<AlertMessageStore>()
            .AddSingleton(new DeliveryOptions())
            .AddSingleton<DeliverAlerts>();
        AddRules(services);
        AddChannels(services, options, folder);
    }

    /// <summary>Looks and sends for as long as the server serves.</summary>
    public static void AddAlertsHost(this IServiceCollection services) => services.AddHostedService<AlertsHost>().AddHostedService<DeliveryHost>();

    public static void MapAlerts(this WebApplication app) => AlertsEndpoints.Map(app);

    private static void AddRules(IServiceCollection services) => services
        .AddSingleton<IModelRule, RunsFailRule>()
        .AddSingleton<IModelRule, RolledBackRule>()
        .AddSingleton<IModelRule, RampStoppedRule>()
        .AddSingleton<IModelRule, BelowPromiseRule>()
        .AddSingleton<IModelRule, HeldTooLongRule>()
        .AddSingleton<IModelRule, DriftedRule>()
        .AddSingleton<IModelRule, ModelLoopRule>()
        .AddSingleton<IWorkspaceRule>(new FeedSilentRule(AlertCodes.EventsSilent, FeedNames.Events))
        .AddSingleton<IWorkspaceRule>(new FeedSilentRule(AlertCodes.OutcomesSilent, FeedNames.Outcomes))
        .AddSingleton<IWorkspaceRule, FileRefusedRule>()
        .AddSingleton<IWorkspaceRule, ScoringFailsRule>()
        .AddSingleton<IWorkspaceRule, WholeLoopRule>()
        .AddSingleton<IWorkspaceRule, LoopEndedRule>();

    private static void AddChannels(IServiceCollection services, AlertOptions options, string folder)
    {
        // Made by the container, they are also disposed of by it.
        if (options.Webhook is { } webhook)
            services.AddSingleton<IAlertChannel>(_ => new WebhookChannel(webhook, TimeProvider.System));
        if (options.Email is { } email)
            services.AddSingleton<IAlertChannel>(_ => new EmailChannel(email));
        if (options.File is { } file)
            services.AddSingleton<IAlertChannel>(_ => new FileChannel(Path.GetFullPath(file, folder)));
    }
}
