using System.Text.Json;
using Coppice.Client;

namespace Coppice.Server.Gates;

/// <summary>A version that went live although its gates had not let it through, as stored. The decision stays as it fell.</summary>
public sealed record OverrideRecord
{
    public long Id { get; init; }

    public required long VersionId { get; init; }

    public required long DeploymentId { get; init; }

    /// <summary>JSON: names of the gates; none where the version was never judged.</summary>
    public required string Gates { get; init; }

    public required string Person { get; init; }

    /// <summary>The second person; null where one was enough.</summary>
    public string? ApprovedBy { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>In the words of the wire.</summary>
    public OverrideResponse Describe() => new(JsonSerializer.Deserialize<IReadOnlyList<string>>(Gates, CoppiceJson.Options)!, Person, ApprovedBy, Reason, At);
}
