using Coppice.Server.Serving.Questions;
using Coppice.Server.Serving.Splits;

namespace Coppice.Server.Serving;

/// <summary>Answers.</summary>
public static class ServingRegistration
{
    public static void AddServing(this IServiceCollection services) => services
        .AddSingleton<WarmUp>()
        .AddSingleton<RampMeters>()
        .AddSingleton<AnswerByTwo>()
        .AddSingleton<ChampionBoard>()
        .AddSingleton<KnownInputs>()
        .AddSingleton<ScoringVersions>()
        .AddSingleton<AnswerRows>()
        .AddSingleton<ExplainRows>()
        .AddSingleton<RecordedReasons>()
        .AddSingleton<PredictFile>()
        .AddSingleton<ExplainAnswers>()
        .AddSingleton<AnswerQuestions>()
        .AddSingleton<AnswerWriter>()
        .AddSingleton<PredictEndpoints>();

    public static void MapServing(this WebApplication app) => ServingEndpoints.Map(app);
}
