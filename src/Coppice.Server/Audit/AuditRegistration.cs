namespace Coppice.Server.Audit;

/// <summary>Facts that happened, by whom.</summary>
public static class AuditRegistration
{
    public static void AddAudit(this IServiceCollection services) => services.AddSingleton<AuditStore>();

    public static void MapAudit(this WebApplication app) => AuditEndpoints.Map(app);
}
