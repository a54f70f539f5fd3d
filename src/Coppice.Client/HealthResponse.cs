namespace Coppice.Client;

/// <summary>Whether the server answers as it should.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c>, <c>not_ready</c> or <c>stopping</c>.</param>
/// <param name="Checks">What was looked at.</param>
public sealed record HealthResponse(string Status, IReadOnlyList<HealthCheck> Checks);

/// <summary>One thing that has to be so.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Ready">Whether it is so.</param>
/// <param name="Reason">Why it is not.</param>
public sealed record HealthCheck(string Name, bool Ready, string? Reason);
