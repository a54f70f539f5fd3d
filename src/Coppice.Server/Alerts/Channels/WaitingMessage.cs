using System.Text.Json;
using Coppice.Client;

namespace Coppice.Server.Alerts.Channels;

/// <summary>A message for one channel, as stored.</summary>
public sealed record WaitingMessage
{
    public long Id { get; init; }

    public required long AlertId { get; init; }

    public required string Channel { get; init; }

    /// <summary>One of <see cref="MessageKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON: an <see cref="AlertMessage"/> whose number is not known yet.</summary>
    public required string Message { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public long Attempts { get; init; }

    public required DateTimeOffset NextAttempt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? GivenUpAt { get; init; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Error { get; init; }

    public AlertMessage Read() => JsonSerializer.Deserialize<AlertMessage>(Message, CoppiceJson.Options)! with { Delivery = Id };
}
