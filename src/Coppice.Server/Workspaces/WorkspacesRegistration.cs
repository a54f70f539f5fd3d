using Coppice.Server.Workspaces.Backups;
using Coppice.Server.Workspaces.Changes;

namespace Coppice.Server.Workspaces;

/// <summary>What the definition file says.</summary>
public static class WorkspacesRegistration
{
    /// <summary>Adds what is in force.</summary>
    /// <param name="services">Where it goes.</param>
    /// <param name="definition">What the file says at the start.</param>
    /// <param name="folder">Where the file lies.</param>
    public static void AddWorkspaces(this IServiceCollection services, WorkspaceDefinition definition, string folder) => services
        .AddSingleton(new DefinitionInForce(definition))
        .AddSingleton(new DefinitionText(folder))
        .AddSingleton<ModelStore>()
        .AddSingleton<ModelCatalog>()
        .AddSingleton<DefinitionStore>()
        .AddSingleton<DefinitionOverview>()
        .AddSingleton<ChangeDefinition>()
        .AddSingleton<BackUpWorkspace>();

    public static void MapWorkspaces(this WebApplication app)
    {
        BackupsEndpoints.Map(app);
        DefinitionEndpoints.Map(app);
    }
}
