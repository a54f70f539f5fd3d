namespace Coppice.Server.Customers.Inbox;

/// <summary>Files that people drop into a folder.</summary>
public static class InboxRegistration
{
    /// <summary>Adds the inbox, and the loop that empties it to a server that stays.</summary>
    public static void AddInbox(this IServiceCollection services, string workspaceFolder, string activity)
    {
        services.AddSingleton(new InboxFolder(workspaceFolder)).AddSingleton<InboxStore>().AddSingleton<MergeInboxFile>();
        if (activity == "serve")
            services.AddHostedService<InboxLoop>();
    }

    public static void MapInbox(this WebApplication app) => InboxEndpoints.Map(app);
}
