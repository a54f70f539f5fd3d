namespace Coppice.Server.Workspaces.Synthetic;

/// <summary>Several conditions of which all, or any, must hold.</summary>
public sealed record RuleJunction(RuleJunctionKind Kind, IReadOnlyList<RuleCondition> Parts) : RuleCondition
{
    public override IEnumerable<string> Features => Parts.SelectMany(part => part.Features).Distinct(StringComparer.Ordinal);

    public override bool Holds(IRuleInput input) =>
        Kind is RuleJunctionKind.All ? Parts.All(part => part.Holds(input)) : Parts.Any(part => part.Holds(input));
}
