namespace Coppice.Server.Storage;

/// <summary>The database and what everything is kept in.</summary>
public static class StorageRegistration
{
    public static void AddStorage(this IServiceCollection services, Database database, WorkspaceClock clock) => services
        .AddSingleton(database)
        .AddSingleton(new GroupCommitOptions())
        .AddSingleton<GroupCommit>()
        .AddSingleton(clock)
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton<ArtifactStore>()
        .AddSingleton<SettingsStore>()
        .AddSingleton<SimulatedTime>();
}
