namespace Coppice.Server.Serving.Batches;

/// <summary>Where the customers of a batch come from.</summary>
public static class BatchKinds
{
    public const string File = "file";
    public const string AllCustomers = "all_customers";
}
