namespace Coppice.Server.Alerts.Channels;

/// <summary>What came of trying to send a message.</summary>
/// <param name="State">Whether it was taken.</param>
/// <param name="Reason">Why not, or not by everybody.</param>
public sealed record Delivery(DeliveryState State, string? Reason)
{
    public static Delivery Sent { get; } = new(DeliveryState.Sent, null);

    /// <summary>Something on the way is broken, which may pass in a moment.</summary>
    public static Delivery Failed(string reason) => new(DeliveryState.Failed, reason);

    /// <summary>Somebody has to change something first.</summary>
    public static Delivery Refused(string reason) => new(DeliveryState.Refused, reason);
}

/// <summary>Whether a message was taken.</summary>
public enum DeliveryState
{
    Sent,
    Failed,
    Refused,
}
