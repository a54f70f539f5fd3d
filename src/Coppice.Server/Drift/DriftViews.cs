namespace Coppice.Server.Drift;

/// <summary>The ways of looking, as they are named everywhere.</summary>
public static class DriftViews
{
    /// <summary>Input by input.</summary>
    public const string Inputs = "inputs";

    /// <summary>All inputs at once.</summary>
    public const string Together = "together";

    public const string Scores = "scores";
    public const string Labels = "labels";
    public const string Errors = "errors";

    /// <summary>In the order in which they are told.</summary>
    public static IReadOnlyList<string> All { get; } = [Inputs, Together, Scores, Labels, Errors];
}
