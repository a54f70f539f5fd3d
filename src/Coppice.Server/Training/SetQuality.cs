using System.Text.Json;
using Coppice.Client;

namespace Coppice.Server.Training;

/// <summary>What a training set looks like and what was noticed about it.</summary>
public sealed record SetQuality(SetFigures Figures, IReadOnlyList<QualityFinding> Findings)
{
    public string Save() => JsonSerializer.Serialize(this, CoppiceJson.Options);

    public static SetQuality? Load(string? json) => json is null ? null : JsonSerializer.Deserialize<SetQuality>(json, CoppiceJson.Options);
}
