namespace Coppice.Server.Customers.Inbox;

/// <summary>A file that lay in the inbox, and what became of it.</summary>
public sealed record InboxFile(long Id, string Name, string? Kind, string State, DateTimeOffset At, string MovedTo, string? Reason, string? Report);
