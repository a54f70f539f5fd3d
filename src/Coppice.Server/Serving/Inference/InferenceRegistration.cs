namespace Coppice.Server.Serving.Inference;

/// <summary>The Open Inference Protocol.</summary>
public static class InferenceRegistration
{
    public static void AddInference(this IServiceCollection services) => services.AddSingleton<AnswerInference>();

    public static void MapInference(this WebApplication app) => InferenceEndpoints.Map(app);
}
