namespace Coppice.Client;

/// <summary>Says that somebody has seen an alert and looks after it.</summary>
/// <param name="By">Who.</param>
public sealed record AcknowledgeRequest(string? By = null);

/// <summary>Has nobody told of an alert for a while.</summary>
/// <param name="For">How long: <c>24h</c>, <c>7d</c> or <c>2w</c>; <c>0h</c> ends the silence.</param>
/// <param name="By">Who asks.</param>
public sealed record SilenceRequest(string For, string? By = null);
