namespace Coppice.Server.Alerts.Channels;

/// <summary>Why a message is sent.</summary>
public static class MessageKinds
{
    public const string Opened = "opened";

    /// <summary>It is worse than was told.</summary>
    public const string Worse = "worse";

    /// <summary>It is still so when a silence ends.</summary>
    public const string Reminder = "reminder";
    public const string Closed = "closed";
}
