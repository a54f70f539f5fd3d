using Coppice.Server.Serving.Refinements;

namespace Coppice.Server.Serving.Batches;

/// <summary>Files of customers, and all customers, scored in the background.</summary>
public static class BatchesRegistration
{
    public static void AddBatches(this IServiceCollection services, BatchOptions options) => services
        .AddSingleton(options)
        .AddSingleton<BatchStore>()
        .AddSingleton<BatchFiles>()
        .AddSingleton<BatchBoard>()
        .AddSingleton<WaitingBatches>()
        .AddSingleton<KnownCustomers>()
        .AddSingleton<KeepNotes>()
        .AddSingleton<ScoreBatch>()
        .AddSingleton<StartBatch>()
        .AddSingleton<ScoreAllCustomers>()
        .AddSingleton<CurrentAnswers>()
        .AddSingleton<RefinedTableWriter>()
        .AddSingleton<RefiningBatches>()
        .AddSingleton<RefineBatch>()
        .AddHostedService<BatchLoop>()
        .AddHostedService<RefineLoop>();

    public static void MapBatches(this WebApplication app)
    {
        PredictFileEndpoints.Map(app);
        BatchesEndpoints.Map(app);
    }
}
