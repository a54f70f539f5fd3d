using Coppice.Server.Workspaces.Backups;

namespace Coppice.Server.Workspaces;

/// <summary>What the definition file says.</summary>
public static class WorkspacesRegistration
{
    public static void AddWorkspaces(this IServiceCollection services, WorkspaceDefinition definition) => services
        .AddSingleton(definition)
        .AddSingleton<ModelStore>()
        .AddSingleton<ModelCatalog>()
        .AddSingleton<BackUpWorkspace>();

    public static void MapWorkspaces(this WebApplication app) => BackupsEndpoints.Map(app);
}
