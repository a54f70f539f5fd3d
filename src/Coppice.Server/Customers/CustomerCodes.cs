namespace Coppice.Server.Customers;

/// <summary>Codes of requests about customers.</summary>
public static class CustomerCodes
{
    public const string Unknown = "COP-CUSTOMER-001";
}
