namespace Coppice.Server.Text.Amounts;

/// <summary>A sum of money a note speaks of.</summary>
/// <param name="Low">The least it may be; 0 for "up to 5K".</param>
/// <param name="High">The most it may be; infinite for "5K+". The same as <paramref name="Low"/> where one figure is named.</param>
/// <param name="Currency">Its code, such as EUR; null where none is named.</param>
/// <param name="Start">First character, UTF-16.</param>
/// <param name="End">The character after the last, UTF-16.</param>
public readonly record struct Amount(double Low, double High, string? Currency, int Start, int End);
