namespace Coppice.Server.Alerts;

/// <summary>One incident, from the moment it was noticed until its condition ended, as stored.</summary>
public sealed record Alert
{
    public long Id { get; init; }

    public required string Code { get; init; }

    /// <summary>0 where it is about the whole workspace.</summary>
    public required long ModelId { get; init; }

    /// <summary>A word of <see cref="AlertSeverities"/>.</summary>
    public required string Severity { get; init; }

    /// <summary>What happened.</summary>
    public required string Sentence { get; init; }

    public required string HowBad { get; init; }

    public required string ToDo { get; init; }

    /// <summary>Where it can be looked at: a path of the API.</summary>
    public required string Link { get; init; }

    /// <summary>Of the occurrence last seen.</summary>
    public required string Mark { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>Occurrences.</summary>
    public long Times { get; init; } = 1;

    public DateTimeOffset? ClosedAt { get; init; }

    public string? AcknowledgedBy { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public string? SilencedBy { get; init; }

    public DateTimeOffset? SilencedUntil { get; init; }

    /// <summary>The worst severity that messages have told; null before the first.</summary>
    public string? Told { get; init; }

    public bool IsSilentAt(DateTimeOffset time) => SilencedUntil > time;

    /// <summary>As a rule finds it for the first time.</summary>
    public static Alert Open(string code, long modelId, AlertFinding finding, DateTimeOffset now) => new()
    {
        Code = code,
        ModelId = modelId,
        Severity = AlertSeverities.Word(finding.Severity),
        Sentence = finding.Sentence,
        HowBad = finding.HowBad,
        ToDo = finding.ToDo,
        Link = finding.Link,
        Mark = finding.Mark,
        Since = finding.Since,
        OpenedAt = now,
        LastSeen = now,
    };

    /// <summary>With another occurrence of it; when it began stays.</summary>
    public Alert With(AlertFinding finding, DateTimeOffset now) => this with
    {
        Severity = AlertSeverities.Word(finding.Severity),
        Sentence = finding.Sentence,
        HowBad = finding.HowBad,
        ToDo = finding.ToDo,
        Link = finding.Link,
        Mark = finding.Mark,
        LastSeen = now,
        Times = Times + 1,
    };
}
