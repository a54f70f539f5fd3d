using Coppice.Server.Files;
using Coppice.Server.Http;
using Coppice.Server.Storage;

namespace Coppice.Server.Workspaces;

/// <summary>The models of the definition file and their numbers.</summary>
public sealed class ModelCatalog(DefinitionInForce workspace, Database database, ModelStore models)
{
    public IReadOnlyList<ModelDefinition> All => workspace.Models;

    /// <summary>A model by name.</summary>
    /// <exception cref="RequestException">There is no model of that name.</exception>
    public (ModelDefinition Definition, long Id) Require(string name)
    {
        var definition = workspace.Find(name);
        if (definition is null)
        {
            string nearest = NearestWord.Of(name, workspace.Models.Select(m => m.Name)) is { } word ? $" Did you mean {word}?" : "";
            throw new RequestException(
                RequestCodes.UnknownModel,
                $"There is no model {name}; coppice.yaml has {string.Join(", ", workspace.Models.Select(m => m.Name))}.{nearest}",
                RefusalKind.NotFound);
        }

        return (definition, Number(name));
    }

    /// <summary>A model by number; null where the definition file no longer has it.</summary>
    public ModelDefinition? Find(Session session, long id) => workspace.Find(models.Name(session, id));

    public long Number(string name) =>
        database.Read(session => models.Find(session, name)) ?? database.Write(session => models.Number(session, name));
}
