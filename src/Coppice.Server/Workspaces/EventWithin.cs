namespace Coppice.Server.Workspaces;

/// <summary>1 when any of the event types happens within the window.</summary>
public sealed record EventWithin(IReadOnlyList<string> EventTypes, TimeSpan Within) : LabelPolicy
{
    public override TimeSpan Window => Within;
}
