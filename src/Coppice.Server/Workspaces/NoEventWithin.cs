namespace Coppice.Server.Workspaces;

/// <summary>1 when none of the event types happens within the window.</summary>
public sealed record NoEventWithin(IReadOnlyList<string> EventTypes, TimeSpan Within) : LabelPolicy
{
    public override TimeSpan Window => Within;
}
