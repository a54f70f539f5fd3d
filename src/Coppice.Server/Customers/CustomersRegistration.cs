using Coppice.Server.Customers.Ingest;

namespace Coppice.Server.Customers;

/// <summary>Customers, events, profiles and notes.</summary>
public static class CustomersRegistration
{
    public static void AddCustomers(this IServiceCollection services) => services
        .AddSingleton<CustomerStore>()
        .AddSingleton<CustomerFactsStore>()
        .AddSingleton<EventHistoryCache>()
        .AddSingleton<EventStore>()
        .AddSingleton<ProfileStore>()
        .AddSingleton<NoteHistoryCache>()
        .AddSingleton<NoteStore>()
        .AddSingleton<ImportMetrics>()
        .AddSingleton<IngestSignal>()
        .AddSingleton<IngestFlows>()
        .AddSingleton<ImportTable>()
        .AddSingleton<RecordLines>()
        .AddSingleton<RecordList>()
        .AddSingleton<RecordObject>()
        .AddSingleton<ReceiveRows>()
        .AddSingleton<PreviewTable>()
        .AddIntakes<EventIntakes>()
        .AddIntakes<ProfileIntakes>()
        .AddIntakes<NoteIntakes>();

    /// <summary>Adds a kind of data that comes in by request and by inbox.</summary>
    public static IServiceCollection AddIntakes<T>(this IServiceCollection services)
        where T : class, IIntakes => services.AddSingleton<T>().AddSingleton<IIntakes>(s => s.GetRequiredService<T>());

    public static void MapCustomers(this WebApplication app) => CustomersEndpoints.Map(app);
}
