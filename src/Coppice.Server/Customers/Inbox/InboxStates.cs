namespace Coppice.Server.Customers.Inbox;

/// <summary>What may become of a file.</summary>
public static class InboxStates
{
    public const string Imported = "imported";
    public const string Rejected = "rejected";
}
