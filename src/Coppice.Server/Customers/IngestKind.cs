namespace Coppice.Server.Customers;

/// <summary>What data from outside brings.</summary>
public enum IngestKind
{
    Events,
    Notes,
    Profiles,
    Outcomes,
    Examples,
}
