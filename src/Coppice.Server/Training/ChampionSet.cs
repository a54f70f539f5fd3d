using Coppice.Client;

namespace Coppice.Server.Training;

/// <summary>What the champion learnt from, and which inputs move its scores.</summary>
public sealed record ChampionSet(SetFigures Figures, IReadOnlyList<FeatureImportance> Importance);
