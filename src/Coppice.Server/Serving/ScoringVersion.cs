using Coppice.Server.Models;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving;

/// <summary>A model and the version that answers for it.</summary>
public sealed record ScoringVersion(ModelDefinition Model, long ModelId, LoadedVersion Loaded);
