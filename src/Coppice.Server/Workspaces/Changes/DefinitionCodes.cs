namespace Coppice.Server.Workspaces.Changes;

/// <summary>Why a definition was not changed.</summary>
public static class DefinitionCodes
{
    public const string Invalid = "COP-DEFINITION-001";
    public const string ChangedMeanwhile = "COP-DEFINITION-002";
    public const string Deciding = "COP-DEFINITION-003";
}
