namespace Coppice.Server.Customers;

/// <summary>Customers, events, profiles and notes.</summary>
public static class CustomersRegistration
{
    public static void AddCustomers(this IServiceCollection services) => services
        .AddSingleton<CustomerStore>()
        .AddSingleton<EventHistoryCache>()
        .AddSingleton<EventStore>()
        .AddSingleton<ProfileStore>()
        .AddSingleton<NoteStore>()
        .AddSingleton<ImportMetrics>()
        .AddSingleton<FileImport>()
        .AddSingleton<ImportEvents>()
        .AddSingleton<ImportProfiles>()
        .AddSingleton<ImportNotes>();

    public static void MapCustomers(this WebApplication app) => CustomersEndpoints.Map(app);
}
