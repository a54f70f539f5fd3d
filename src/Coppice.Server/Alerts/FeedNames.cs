namespace Coppice.Server.Alerts;

/// <summary>What can fall silent.</summary>
public static class FeedNames
{
    public const string Events = "events";
    public const string Outcomes = "outcomes";

    public static IReadOnlyList<string> All { get; } = [Events, Outcomes];
}
