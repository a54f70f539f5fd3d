namespace Coppice.Client;

/// <summary>What a webhook and a file are told about an alert.</summary>
/// <param name="Delivery">Its number. A message may come twice after a breakdown; it then has the same number.</param>
/// <param name="Kind"><c>opened</c>, <c>worse</c>, <c>reminder</c> after a silence, or <c>closed</c>.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="At">When it was decided to tell.</param>
/// <param name="Link">Where the alert can be looked at, as an address where the definition file names the server's.</param>
/// <param name="Alert">The alert as it stood then.</param>
public sealed record AlertMessage(long Delivery, string Kind, string Workspace, DateTimeOffset At, string Link, AlertResponse Alert);
