namespace Coppice.Server.Serving.Inference;

/// <summary>Codes of requests in the words of the Open Inference Protocol.</summary>
public static class InferenceCodes
{
    public const string BadTensor = "COP-INFER-001";
    public const string UnknownVersion = "COP-INFER-002";
}
