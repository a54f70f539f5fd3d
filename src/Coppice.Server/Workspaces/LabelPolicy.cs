namespace Coppice.Server.Workspaces;

/// <summary>How truth is found: one of <see cref="EventWithin"/>, <see cref="NoEventWithin"/>, <see cref="SumWithin"/>, <see cref="ColumnLabel"/>.</summary>
public abstract record LabelPolicy
{
    /// <summary>How long after the as-of time truth is open; zero for labelled rows.</summary>
    public virtual TimeSpan Window => TimeSpan.Zero;
}
