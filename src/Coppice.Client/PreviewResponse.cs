namespace Coppice.Client;

/// <summary>What promoting a version would do, before it is done.</summary>
/// <param name="Model">The model.</param>
/// <param name="From">The champion; null where there is none.</param>
/// <param name="To">The version.</param>
/// <param name="Shock">Who moves; null where there is nothing to compare with.</param>
public sealed record PreviewResponse(string Model, string? From, string To, ShockResponse? Shock);
