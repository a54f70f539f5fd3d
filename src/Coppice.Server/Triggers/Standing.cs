using Coppice.Server.Labels;
using Coppice.Server.Models;

namespace Coppice.Server.Triggers;

/// <summary>Where a model stands when a run begins.</summary>
/// <param name="Champion">The version that answers; null before the first promotion.</param>
/// <param name="Anchor">The version last promoted on its merit, where it is not the champion.</param>
/// <param name="ChampionLineage">Rows the champion has seen.</param>
/// <param name="AnchorLineage">Rows the anchor has seen.</param>
/// <param name="Labels">Matured labels as known, in canonical order.</param>
/// <param name="SpentUntil">The newest time among rows that have decided.</param>
/// <param name="Looks">How often the rows that have not decided were looked at.</param>
/// <param name="FailedUpdates">Updates in a row that were not promoted.</param>
/// <param name="LiveSince">When the champion was promoted.</param>
/// <param name="StructureOf">When the full retrain was made that the champion's structure comes from.</param>
public sealed record Standing(
    LoadedVersion? Champion,
    LoadedVersion? Anchor,
    Lineage ChampionLineage,
    Lineage AnchorLineage,
    IReadOnlyList<Label> Labels,
    long? SpentUntil,
    int Looks,
    int FailedUpdates,
    DateTimeOffset? LiveSince,
    DateTimeOffset? StructureOf)
{
    /// <summary>Only rows newer than this may judge.</summary>
    public long Floor => Math.Max(
        Math.Max(Champion?.Version.Watermark ?? long.MinValue, Anchor?.Version.Watermark ?? long.MinValue),
        SpentUntil ?? long.MinValue);
}
