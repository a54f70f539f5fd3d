using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts;

/// <summary>What a rule has found wrong.</summary>
/// <param name="Severity">How bad in one word.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Since">Since when.</param>
/// <param name="HowBad">What it does to answers.</param>
/// <param name="ToDo">What a person can do.</param>
/// <param name="Link">Where it can be looked at: a path of the API.</param>
/// <param name="Mark">Names the occurrence: the same one is not counted twice.</param>
public sealed record AlertFinding(AlertSeverity Severity, string Sentence, DateTimeOffset Since, string HowBad, string ToDo, string Link, string Mark);
