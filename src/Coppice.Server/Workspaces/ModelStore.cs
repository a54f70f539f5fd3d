using Coppice.Server.Storage;

namespace Coppice.Server.Workspaces;

/// <summary>Models have a number that outlives changes of the definition file.</summary>
public sealed class ModelStore
{
    public long Number(Session session, string name) =>
        Find(session, name) ?? session.Insert("INSERT INTO models (name) VALUES (@name)", new { name });

    public long? Find(Session session, string name) => session.First<long?>("SELECT id FROM models WHERE name = @name", new { name });
}
