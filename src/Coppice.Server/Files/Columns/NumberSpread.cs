namespace Coppice.Server.Files.Columns;

/// <summary>Where the numbers of a column lie: the smallest and largest, and what nine in ten lie between.</summary>
public sealed record NumberSpread(double Low, double FivePercent, double Median, double NinetyFivePercent, double High);
