namespace Coppice.Client;

/// <summary>Makes a version the champion by hand.</summary>
/// <param name="Version">The version, such as <c>2.1</c>.</param>
/// <param name="By">Who decides.</param>
/// <param name="Reason">Why; needed where the gates did not pass it.</param>
public sealed record PromoteRequest(string Version, string? By = null, string? Reason = null);

/// <summary>Takes the champion back.</summary>
/// <param name="To">The version to return to; null means the one before.</param>
/// <param name="By">Who decides.</param>
/// <param name="Reason">Why.</param>
public sealed record RollBackRequest(string? To = null, string? By = null, string? Reason = null);
