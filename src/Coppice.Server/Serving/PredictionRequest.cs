namespace Coppice.Server.Serving;

/// <summary>One customer to answer about.</summary>
/// <param name="Customer">The customer's key.</param>
/// <param name="PredictionId">The caller's own id; null makes one.</param>
/// <param name="Inputs">Inputs the caller gives, as a JSON object; they take the place of computed ones of the same name.</param>
public sealed record PredictionRequest(string Customer, string? PredictionId = null, string? Inputs = null);
