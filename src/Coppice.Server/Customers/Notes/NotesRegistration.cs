namespace Coppice.Server.Customers.Notes;

/// <summary>What notes speak of.</summary>
public static class NotesRegistration
{
    public static void AddNotes(this IServiceCollection services, string workspaceFolder) => services
        .AddSingleton(new WorkspaceLexicon(workspaceFolder))
        .AddSingleton<FindConcepts>()
        .AddSingleton<SuggestConcepts>();

    public static void MapNotes(this WebApplication app) => ConceptsEndpoints.Map(app);
}
