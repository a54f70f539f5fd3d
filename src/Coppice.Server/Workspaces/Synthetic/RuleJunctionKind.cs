namespace Coppice.Server.Workspaces.Synthetic;

public enum RuleJunctionKind
{
    All,
    Any,
}
