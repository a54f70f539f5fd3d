namespace Coppice.Server.Workspaces;

/// <summary>The sum of the values of one event type over the window.</summary>
public sealed record SumWithin(string EventType, TimeSpan Within) : LabelPolicy
{
    public override TimeSpan Window => Within;
}
