using Coppice.Server.Http;
using Coppice.Server.Serving;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Overview;

/// <summary>The champion of every model is loaded. A model without one is ready: it has nothing to load.</summary>
internal sealed class ChampionReadiness(ModelCatalog models, ChampionBoard champions) : IReadinessCheck
{
    public string Name => "champions";

    public string? FindReason()
    {
        foreach (var model in models.All)
        {
            try
            {
                champions.Find(models.Number(model.Name));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                return $"The champion of {model.Name} cannot be loaded: {e.Message}";
            }
        }

        return null;
    }
}
