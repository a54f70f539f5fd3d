namespace Coppice.Server.Serving;

/// <summary>Answers.</summary>
public static class ServingRegistration
{
    public static void AddServing(this IServiceCollection services) => services
        .AddSingleton<ChampionBoard>()
        .AddSingleton<PredictCustomers>()
        .AddSingleton<ScoringVersions>()
        .AddSingleton<AnswerRows>()
        .AddSingleton<PredictFile>();

    public static void MapServing(this WebApplication app) => ServingEndpoints.Map(app);
}
