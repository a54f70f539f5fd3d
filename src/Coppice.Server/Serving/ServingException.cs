namespace Coppice.Server.Serving;

/// <summary>A question that cannot be answered; the message says why.</summary>
public sealed class ServingException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

/// <summary>Why a question cannot be answered.</summary>
public static class ServingCodes
{
    public const string NoChampion = "COP-SERVE-001";
    public const string DuplicateId = "COP-SERVE-002";
}
