using Coppice.Server.Http;

namespace Coppice.Server.Serving;

/// <summary>A question that cannot be answered; the message says why.</summary>
public sealed class ServingException(string code, string message) : RefusalException(code, message, RefusalKind.Conflict);

/// <summary>Why a question cannot be answered.</summary>
public static class ServingCodes
{
    public const string NoChampion = "COP-SERVE-001";
    public const string DuplicateId = "COP-SERVE-002";
}
