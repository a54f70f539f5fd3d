namespace Coppice.Server.Outcomes;

/// <summary>What came true, as reported.</summary>
public static class OutcomesRegistration
{
    public static void AddOutcomes(this IServiceCollection services) => services
        .AddSingleton<OutcomeStore>()
        .AddSingleton<ExampleStore>()
        .AddSingleton<ImportOutcomes>()
        .AddSingleton<ImportExamples>();

    public static void MapOutcomes(this WebApplication app) => OutcomesEndpoints.Map(app);
}
