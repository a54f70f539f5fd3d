using Coppice.Server.Customers;
using Coppice.Server.Outcomes.Ingest;

namespace Coppice.Server.Outcomes;

/// <summary>What came true, as reported.</summary>
public static class OutcomesRegistration
{
    public static void AddOutcomes(this IServiceCollection services) => services
        .AddSingleton<OutcomeStore>()
        .AddSingleton<ExampleStore>()
        .AddIntakes<OutcomeIntakes>()
        .AddIntakes<ExampleIntakes>();

    public static void MapOutcomes(this WebApplication app) => OutcomesEndpoints.Map(app);
}
