namespace Coppice.Server.Serving.Batches;

/// <summary>Codes of requests about batches.</summary>
public static class BatchCodes
{
    public const string Unknown = "COP-BATCH-001";
    public const string NoResult = "COP-BATCH-002";
}
