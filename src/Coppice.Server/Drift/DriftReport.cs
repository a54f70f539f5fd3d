using System.Text.Json;
using Coppice.Client;

namespace Coppice.Server.Drift;

/// <summary>What one look found, as stored.</summary>
public sealed record DriftReport
{
    public long Id { get; init; }

    public required long ModelId { get; init; }

    public required long VersionId { get; init; }

    /// <summary>What was looked at: <c>predictions</c>, <c>labels</c> or <c>errors</c>.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset FromTime { get; init; }

    public required DateTimeOffset UntilTime { get; init; }

    public required long Rows { get; init; }

    /// <summary>Drifts that began with it.</summary>
    public required long Alarms { get; init; }

    /// <summary>JSON: see <see cref="DriftLook"/>.</summary>
    public required string Report { get; init; }

    public DriftLook ReadReport() => JsonSerializer.Deserialize<DriftLook>(Report, CoppiceJson.Options)!;
}

/// <summary>The findings of a look and what became of the views.</summary>
/// <param name="Views">As they are told.</param>
/// <param name="Inputs">Those worth telling; empty where it looked at labels.</param>
/// <param name="InputsMeasured">How many were compared.</param>
public sealed record DriftLook(IReadOnlyList<DriftView> Views, IReadOnlyList<InputDrift> Inputs, int InputsMeasured);
