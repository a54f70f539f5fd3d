namespace Coppice.Server.Features;

/// <summary>Which inputs a version computes from what is kept about customers: fixed when it is fitted, so that serving computes the same ones.</summary>
public sealed record InputPlan(BehaviourPlan Behaviour, NotePlan Notes)
{
    public static InputPlan Nothing { get; } = new(BehaviourPlan.Nothing, NotePlan.Nothing);

    /// <summary>Whether both compute the same inputs.</summary>
    public bool IsSame(InputPlan other) => Behaviour.IsSame(other.Behaviour) && Notes.IsSame(other.Notes);
}
