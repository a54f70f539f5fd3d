namespace Coppice.Server.Workspaces.Synthetic;

/// <summary>The condition of a weak labelling rule: a <see cref="RuleComparison"/>, or several joined by <see cref="RuleJunction"/>.</summary>
public abstract record RuleCondition
{
    /// <summary>Whether the condition holds; a comparison with an absent feature never does.</summary>
    public abstract bool Holds(IRuleInput input);

    /// <summary>The features the condition reads.</summary>
    public abstract IEnumerable<string> Features { get; }
}
