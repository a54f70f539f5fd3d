namespace Coppice.Client;

/// <summary>Why a request failed (RFC 9457).</summary>
/// <param name="Type">Address of the code's page.</param>
/// <param name="Title">What went wrong, in one sentence.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable code, such as <c>COP-API-004</c>.</param>
/// <param name="Errors">Every single problem where there are several.</param>
public sealed record Problem(string? Type, string? Title, int Status, string? Code, IReadOnlyList<string>? Errors);
