namespace Coppice.Server.Alerts.Channels;

/// <summary>The ways of telling people.</summary>
public static class ChannelNames
{
    public const string Webhook = "webhook";
    public const string Email = "email";
    public const string File = "file";
}
