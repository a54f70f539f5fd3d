using Coppice.Server.Http;
using Coppice.Server.Storage;

namespace Coppice.Server.Overview;

/// <summary>The database answers.</summary>
internal sealed class DatabaseReadiness(Database database) : IReadinessCheck
{
    public string Name => "database";

    public string? FindReason() => database.Read(session => session.Value<long>("SELECT 1")) == 1 ? null : "The database gives wrong answers.";
}
