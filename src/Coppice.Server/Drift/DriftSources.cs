namespace Coppice.Server.Drift;

/// <summary>What a look looks at.</summary>
public static class DriftSources
{
    public const string Predictions = "predictions";
    public const string Labels = "labels";
    public const string Errors = "errors";

    public static IReadOnlyList<string> All { get; } = [Predictions, Labels, Errors];
}
