namespace Coppice.Server.Workspaces.Synthetic;

/// <summary>A guess at truth where no history exists: rows for which <paramref name="When"/> holds get <paramref name="Label"/>, counted with <paramref name="Weight"/>.</summary>
public sealed record WeakRule(RuleCondition When, double Label, double Weight)
{
    /// <summary>What a guess counts beside a real label, unless the rule says otherwise.</summary>
    public const double DefaultWeight = 0.2;
}
