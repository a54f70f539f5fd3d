namespace Coppice.Client;

/// <summary>Alerts of a workspace: open ones first, the worst and newest of them at the top.</summary>
/// <param name="Alerts">The alerts.</param>
/// <param name="Channels">Ways of telling people, and how they are doing.</param>
public sealed record AlertList(IReadOnlyList<AlertResponse> Alerts, IReadOnlyList<ChannelStatus> Channels);

/// <summary>A way of telling people.</summary>
/// <param name="Channel"><c>webhook</c>, <c>email</c> or <c>file</c>.</param>
/// <param name="Target">Whom or what it tells.</param>
/// <param name="Waiting">Messages that wait to be sent.</param>
/// <param name="LastSent">When it last sent one.</param>
/// <param name="GivenUp">Messages that could not be sent for three days and will not be.</param>
/// <param name="Error">Why the message whose turn it is could not be sent so far; null where nothing is wrong.</param>
/// <param name="NextAttempt">When that is tried again.</param>
public sealed record ChannelStatus(string Channel, string Target, long Waiting, DateTimeOffset? LastSent, long GivenUp, string? Error, DateTimeOffset? NextAttempt);

/// <summary>One incident: what happened, since when, how bad, what to do.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Code">The rule that found it, such as <c>COP-ALERT-003</c>.</param>
/// <param name="Page">Where the code is explained: a path of the server.</param>
/// <param name="Model">The model it is about; null where it is about the whole workspace.</param>
/// <param name="Severity"><c>notice</c>, <c>warning</c> or <c>critical</c>.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Since">Since when.</param>
/// <param name="HowBad">What it does to answers.</param>
/// <param name="ToDo">What a person can do.</param>
/// <param name="Link">Where it can be looked at: a path of the server.</param>
/// <param name="Times">How often it has occurred while the alert was open.</param>
/// <param name="Opened">When it was noticed.</param>
/// <param name="LastSeen">When it was last seen to be so, within ten minutes.</param>
/// <param name="Closed">When it was over; null while it is open.</param>
/// <param name="AcknowledgedBy">Who looks after it.</param>
/// <param name="AcknowledgedAt">Since when.</param>
/// <param name="SilencedBy">Who asked that nobody be told.</param>
/// <param name="SilencedUntil">Until when.</param>
public sealed record AlertResponse(
    long Id,
    string Code,
    string Page,
    string? Model,
    string Severity,
    string Sentence,
    DateTimeOffset Since,
    string HowBad,
    string ToDo,
    string Link,
    long Times,
    DateTimeOffset Opened,
    DateTimeOffset LastSeen,
    DateTimeOffset? Closed,
    string? AcknowledgedBy,
    DateTimeOffset? AcknowledgedAt,
    string? SilencedBy,
    DateTimeOffset? SilencedUntil);
