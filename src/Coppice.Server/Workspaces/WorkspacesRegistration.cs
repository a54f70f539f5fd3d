namespace Coppice.Server.Workspaces;

/// <summary>What the definition file says.</summary>
public static class WorkspacesRegistration
{
    public static void AddWorkspaces(this IServiceCollection services, WorkspaceDefinition definition) => services
        .AddSingleton(definition)
        .AddSingleton<ModelStore>()
        .AddSingleton<ModelCatalog>();
}
