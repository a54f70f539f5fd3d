namespace Coppice.Server.Security;

/// <summary>Why a caller may not ask for something.</summary>
public static class SecurityCodes
{
    public const string CrossSite = "COP-SEC-001";
}
