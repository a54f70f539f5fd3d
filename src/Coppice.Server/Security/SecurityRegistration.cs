namespace Coppice.Server.Security;

/// <summary>Who is asking, and what they may do.</summary>
public static class SecurityRegistration
{
    public static void MapSecurity(this WebApplication app) => app.Use(CrossSiteGuard.Wrap);
}
