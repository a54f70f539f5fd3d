namespace Coppice.Server.Training;

/// <summary>Runs and what they learn from.</summary>
public static class TrainingRegistration
{
    public static void AddTraining(this IServiceCollection services) => services
        .AddSingleton<RunStore>()
        .AddSingleton<RunLogStore>()
        .AddSingleton<RunBoard>()
        .AddSingleton<TrainingSetStore>()
        .AddSingleton<InspectTrainingSet>()
        .AddSingleton<ExampleInputs>()
        .AddSingleton<TrainingRowReader>()
        .AddSingleton<TrainModel>();
}
