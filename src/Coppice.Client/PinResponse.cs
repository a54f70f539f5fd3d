namespace Coppice.Client;

/// <summary>Whether a version is kept from being pruned.</summary>
public sealed record PinResponse(string Model, string Version, bool Pinned);
