namespace Coppice.Client;

/// <summary>A tenth of the rows by predicted amount.</summary>
/// <param name="Rows">Rows in it.</param>
/// <param name="Predicted">The mean predicted amount.</param>
/// <param name="Actual">The mean amount that came true.</param>
public sealed record DecileResponse(long Rows, double Predicted, double Actual);
