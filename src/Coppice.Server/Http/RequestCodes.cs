namespace Coppice.Server.Http;

/// <summary>Codes of requests that cannot be understood.</summary>
public static class RequestCodes
{
    public const string Unexpected = "COP-API-000";
    public const string UnknownModel = "COP-API-001";
    public const string UnknownRun = "COP-API-002";
    public const string BadRequest = "COP-API-003";
    public const string TooLarge = "COP-API-004";
    public const string UnknownPath = "COP-API-005";
    public const string WrongMethod = "COP-API-006";
    public const string WrongContentType = "COP-API-007";
    public const string BadJson = "COP-API-008";
    public const string BadProtocol = "COP-API-009";
    public const string Stopping = "COP-API-010";
    public const string Busy = "COP-API-011";
    public const string NoDatabase = "COP-API-012";
}
