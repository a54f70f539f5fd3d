namespace Coppice.Server.Customers;

/// <summary>How many events of a type there are, and their range.</summary>
public sealed record EventTypeCount(string Name, long Count, long First, long Last, double? ValueSum);

/// <summary>How many events of a type fill each column, how many take something back, and when the first was.</summary>
public sealed record EventTypeUse(string Name, long Count, long Values, long Quantities, long Products, long Sessions, long Returns, long First);
